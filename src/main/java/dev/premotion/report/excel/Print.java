package dev.premotion.report.excel;

import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;

/** How sheets go to paper: landscape, as wide as the page, each page numbered. */
final class Print {

    private static final double MARGIN_INCHES = 0.4;
    private static final double BOTTOM_INCHES = 0.6;

    private Print() {}

    /**
     * @param footer may hold anything: what the format would take for a code is written twice
     * @param pagesWide how many pages hold the columns side by side
     */
    static void landscape(Sheet sheet, String footer, int pagesWide) {
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(true);
        sheet.setFitToPage(true);
        print.setFitWidth((short) pagesWide);
        print.setLeftToRight(true);
        print.setFitHeight((short) 0);
        margins(sheet);
        Footer texts = sheet.getFooter();
        texts.setLeft(footer.replace("&", "&&"));
        texts.setCenter("&A");
        texts.setRight("Page &P of &N");
    }

    private static void margins(Sheet sheet) {
        sheet.setMargin(PageMargin.LEFT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.RIGHT, MARGIN_INCHES);
        sheet.setMargin(PageMargin.TOP, MARGIN_INCHES);
        sheet.setMargin(PageMargin.BOTTOM, BOTTOM_INCHES);
    }
}

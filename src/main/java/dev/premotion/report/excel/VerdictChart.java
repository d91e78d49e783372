package dev.premotion.report.excel;

import java.util.HexFormat;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFSolidFillProperties;
import org.apache.poi.xddf.usermodel.chart.AxisCrosses;
import org.apache.poi.xddf.usermodel.chart.AxisOrientation;
import org.apache.poi.xddf.usermodel.chart.AxisPosition;
import org.apache.poi.xddf.usermodel.chart.BarDirection;
import org.apache.poi.xddf.usermodel.chart.ChartTypes;
import org.apache.poi.xddf.usermodel.chart.XDDFBarChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFCategoryAxis;
import org.apache.poi.xddf.usermodel.chart.XDDFChartData;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFDataSourcesFactory;
import org.apache.poi.xddf.usermodel.chart.XDDFNumericalDataSource;
import org.apache.poi.xddf.usermodel.chart.XDDFValueAxis;
import org.apache.poi.xssf.usermodel.XSSFChart;
import org.apache.poi.xssf.usermodel.XSSFClientAnchor;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/** Bars of how many migrations came to which verdict, drawn by the spreadsheet from its own cells. */
final class VerdictChart {

    private static final String[] COLORS = {"C0343F", "D98A1F", "D8BE33", "3E9A62", "8A949E"};
    private static final int GAP_PERCENT = 40;

    private VerdictChart() {}

    static void draw(XSSFSheet sheet, String counted, CellRangeAddress words, CellRangeAddress numbers, int column) {
        XSSFClientAnchor place = sheet.createDrawingPatriarch()
                .createAnchor(0, 0, 0, 0, column, words.getFirstRow() - 1, column + 1, words.getLastRow() + 8);
        XSSFChart chart = sheet.createDrawingPatriarch().createChart(place);
        chart.setAutoTitleDeleted(true);
        XDDFCategoryAxis verdicts = chart.createCategoryAxis(AxisPosition.LEFT);
        verdicts.setOrientation(AxisOrientation.MAX_MIN);
        XDDFValueAxis counts = chart.createValueAxis(AxisPosition.BOTTOM);
        // The worst verdict is on top, which would carry the numbers up with it.
        counts.setCrosses(AxisCrosses.MAX);
        XDDFBarChartData bars = (XDDFBarChartData) chart.createData(ChartTypes.BAR, verdicts, counts);
        bars.setBarDirection(BarDirection.BAR);
        bars.setGapWidth(GAP_PERCENT);
        bars.setVaryColors(false);
        series(bars, sheet, counted, words, numbers);
        chart.plot(bars);
    }

    private static void series(
            XDDFBarChartData bars, XSSFSheet sheet, String counted, CellRangeAddress words, CellRangeAddress numbers) {
        XDDFDataSource<String> names = XDDFDataSourcesFactory.fromStringCellRange(sheet, words);
        XDDFNumericalDataSource<Double> values = XDDFDataSourcesFactory.fromNumericCellRange(sheet, numbers);
        XDDFChartData.Series series = bars.addSeries(names, values);
        series.setTitle(counted, null);
        for (int i = 0; i < COLORS.length; i++) {
            byte[] rgb = HexFormat.of().parseHex(COLORS[i]);
            series.getDataPoint(i).setFillProperties(new XDDFSolidFillProperties(XDDFColor.from(rgb)));
        }
    }
}

package dev.premotion.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premotion.Browser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** A page in a browser, with the words in which tests speak of it. */
final class OpenPage implements AutoCloseable {

    private final ChromeDriver browser = Browser.open();
    private final Path folder;

    OpenPage(Path folder) {
        this.folder = folder;
    }

    OpenPage show(Result result) throws Exception {
        return show(result, "");
    }

    /** @param address what stands behind the {@code #} */
    OpenPage show(Result result, String address) throws Exception {
        Path file = Files.write(folder.resolve("index.html"), HtmlPage.bytes(result));
        browser.get("about:blank");
        browser.get(file.toUri() + (address.isEmpty() ? "" : "#" + address));
        return this;
    }

    /** The window as a phone or a desktop has it, in CSS pixels. */
    OpenPage size(int width, int height) {
        cdp(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 700));
        return this;
    }

    void scripts(boolean on) {
        cdp("Emulation.setScriptExecutionDisabled", Map.of("value", !on));
    }

    Map<String, Object> cdp(String command, Map<String, Object> parameters) {
        return browser.executeCdpCommand(command, parameters);
    }

    Object js(String script, Object... arguments) {
        return Objects.requireNonNullElse(browser.executeScript(script, arguments), "");
    }

    /** Keys as somebody types them, to whatever has the focus. */
    void type(CharSequence... keys) {
        new Actions(browser).sendKeys(keys).perform();
    }

    void shiftTab() {
        new Actions(browser)
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.TAB)
                .keyUp(Keys.SHIFT)
                .perform();
    }

    WebElement one(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    List<WebElement> all(String selector) {
        return browser.findElements(By.cssSelector(selector));
    }

    WebElement focused() {
        return browser.switchTo().activeElement();
    }

    void back() {
        browser.navigate().back();
    }

    /** Waits until the page says so: closing a detail goes back in the history, which the browser does in its own time. */
    void until(String condition) {
        for (int i = 0; i < 100 && !Boolean.TRUE.equals(js("return " + condition)); i++) {
            js("return new Promise((done) => setTimeout(done, 50))");
        }
        assertThat(js("return " + condition)).as(condition).isEqualTo(true);
    }

    boolean detailIsOpen() {
        return (boolean) js("return document.getElementById('detail').open");
    }

    /** The VMs on the page of the table that is shown. */
    List<String> vms() {
        return texts("#table tbody .c-vm");
    }

    List<String> texts(String selector) {
        return ((List<?>) js(
                        "return [...document.querySelectorAll(arguments[0])].map((one) => one.textContent)", selector))
                .stream().map(String::valueOf).toList();
    }

    /** Every number of the page that has a name. */
    Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        ((List<?>)
                        js(
                                "return [...document.querySelectorAll('[data-count]')].map((one) => [one.dataset.count, one.dataset.value])"))
                .forEach(pair -> counts.put(
                        String.valueOf(((List<?>) pair).get(0)),
                        Long.valueOf(String.valueOf(((List<?>) pair).get(1)))));
        return counts;
    }

    long shown() {
        return counts().getOrDefault("shown", -1L);
    }

    /** Nothing failed and the policy refused nothing since the last look. */
    void assertQuiet() {
        assertThat(log()).isEmpty();
    }

    /** What the browser complained about since the last look. */
    List<String> log() {
        return browser.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    @Override
    public void close() {
        browser.quit();
    }
}

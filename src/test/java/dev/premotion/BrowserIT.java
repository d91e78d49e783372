package dev.premotion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

class BrowserIT {
    @TempDir
    Path folder;

    @Test
    void opensAFileRunsItsScriptAndReachesNoNetwork() throws Exception {
        Path page = Files.writeString(folder.resolve("page.html"), """
                <!doctype html><meta charset="utf-8"><title>t</title><p id="p">before</p>
                <script>
                  const p = document.getElementById('p');
                  fetch('http://premotion.example/').then(() => p.textContent = 'reached',
                                                          () => p.textContent = 'kept in');
                </script>
                """);
        ChromeDriver browser = Browser.open();
        try {
            browser.get(page.toUri().toString());
            String text = "before";
            for (int i = 0; i < 100 && text.equals("before"); i++) {
                Thread.sleep(50);
                text = browser.findElement(By.id("p")).getText();
            }
            assertThat(text).isEqualTo("kept in");
        } finally {
            browser.quit();
        }
    }
}

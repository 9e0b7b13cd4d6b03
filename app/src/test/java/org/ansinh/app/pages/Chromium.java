package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real browser for tests: {@code @RegisterExtension static final Chromium chromium = new Chromium();}. Where there is
 * none, tests are skipped with a loud word; where CI runs they fail, because nobody would read the word there.
 */
public final class Chromium implements BeforeAllCallback, AfterAllCallback {

    /** The two screens that offices have: an old laptop and a phone. */
    public enum Screen {
        LAPTOP(1366, 768),
        PHONE(390, 844);

        final int width;
        final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final double PATIENCE = 120_000;
    private static final long MOST_BYTES = 150_000;
    private static final Path SHOTS = Path.of("target/screens");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final String AXE = AxeBuilder.getAxeScript();
    private static final List<String> ALONE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private @Nullable Playwright playwright;
    private @Nullable Browser browser;
    private final List<String> complaints = new ArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        var program = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        if (program.isEmpty()) {
            var missing = "No Chromium on this machine, so no page is looked at in a browser. On Debian:"
                    + " apt-get install chromium fonts-liberation";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(missing);
            }
            System.err.println("\n*** SKIPPED " + context.getDisplayName() + ": " + missing + " ***\n");
            Assumptions.abort(missing);
        }
        // a machine that others use too is slow: what a page promises is waited for, however long the queue
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setTimeout(0)
                        .setExecutablePath(program.get())
                        .setArgs(ALONE));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A fresh visitor with no cookies. */
    public BrowserContext visitor(Screen screen) {
        return visitor(screen, true);
    }

    public BrowserContext visitor(Screen screen, boolean withScript) {
        if (browser == null) {
            throw new IllegalStateException("The browser is started before all tests; register it as a static field.");
        }
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(screen.width, screen.height)
                .setLocale("vi-VN")
                .setTimezoneId("Asia/Ho_Chi_Minh")
                .setJavaScriptEnabled(withScript));
    }

    /** Opens a page that listens for what the browser itself complains about: a refused script, a file not found. */
    public Page open(BrowserContext visitor, String address) {
        complaints.clear();
        var page = visitor.newPage();
        page.onConsoleMessage(message -> {
            // a refused form is answered with its page and 409: an answer, nothing the browser could not do
            if ("error".equals(message.type()) && !message.text().contains("status of 409")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    /** What a page owes everybody: no barrier that axe finds, no sideways scrolling, nothing the browser refused. */
    public void assertFineFor(Page page, String shotName) {
        shoot(page, shotName);
        assertThat(barriers(page)).as("barriers on " + shotName).isEmpty();
        assertThat(complaints)
                .as("what the browser complained about on " + shotName)
                .isEmpty();
    }

    /** What keeps somebody from using a page: what axe finds, and pixels wider than the screen. */
    public List<String> barriers(Page page) {
        if (page.evaluate("typeof axe").equals("undefined")) {
            page.evaluate(AXE);
        }
        // asked by itself: axe's own builder gathers all that is right as well, in a page more, and takes several times
        // as long
        var found = (List<?>) page.evaluate("""
                rules => axe.run({runOnly: rules, resultTypes: ['violations']}).then(result =>
                  result.violations.map(it => `${it.id}: ${it.help} at ${JSON.stringify(it.nodes.map(node => node.target))}`))""", RULES);
        return Stream.concat(found.stream().map(String::valueOf), tooWide(page).stream())
                .toList();
    }

    public Optional<String> tooWide(Page page) {
        var pixels = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        return Integer.valueOf(0).equals(pixels)
                ? Optional.empty()
                : Optional.of(pixels + " pixels wider than the screen");
    }

    /** The same page on another screen. */
    public void on(Page page, Screen screen) {
        page.setViewportSize(screen.width, screen.height);
    }

    /** What the browser complained about since it was asked last; that something is refused or not there is an answer. */
    public List<String> complaints() {
        var said = complaints.stream().filter(it -> !it.contains("status of 4")).toList();
        complaints.clear();
        return said;
    }

    /** A page with all it asks for comes over a slow line: said where it is heavier than it may be, as it is sent, also when the browser had parts of it already. */
    public Optional<String> weight(Page page) {
        var bytes = ((Number) page.evaluate("""
                () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
                  .reduce((sum, it) => sum + it.encodedBodySize, 0)""")).longValue();
        return bytes > 0 && bytes < MOST_BYTES ? Optional.empty() : Optional.of(bytes + " bytes");
    }

    public void shoot(Page page, String shotName) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(shotName + ".png"))
                .setFullPage(true));
    }
}

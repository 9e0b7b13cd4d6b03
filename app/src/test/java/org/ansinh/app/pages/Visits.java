package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.function.Consumer;
import org.ansinh.app.pages.Chromium.Screen;
import org.ansinh.app.testing.House;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Officers of a house at their screens, one after the other: each signs in, works by the pages that they are shown, and goes. */
public final class Visits {

    private static final String PASSWORD = "mot mat khau dai";

    private static final double PATIENCE = 60_000;

    private final Chromium chromium;
    private final House house;

    /** The officers are those of {@link House#officer}, which gives all of them one password. */
    public Visits(Chromium chromium, House house) {
        this.chromium = chromium;
        this.house = house;
    }

    public void as(String login, Consumer<Page> works) {
        as(login, Screen.LAPTOP, works);
    }

    public void as(String login, Screen screen, Consumer<Page> works) {
        try (var visitor = chromium.visitor(screen)) {
            // what a page promises is waited for: a machine that others use too is slow
            visitor.setDefaultTimeout(PATIENCE);
            var page = chromium.open(visitor, address("/login"));
            page.fill("#username", login);
            page.fill("#password", PASSWORD);
            page.click("main button[type=submit]");
            assertThat(page.url()).doesNotContain("/login");
            try {
                works.accept(page);
            } catch (RuntimeException | AssertionError stopped) {
                chromium.shoot(page, "stopped-" + login);
                throw stopped;
            }
        }
    }

    public String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }

    /** To a page as its address is typed: only where a way of work begins. */
    public void begins(Page page, String path) {
        page.navigate(address(path));
    }

    /** Finds somebody by name and opens their file. */
    public void opens(Page page, String name) {
        begins(page, "/search");
        page.fill("main input[name=q]", name);
        page.press("main input[name=q]", "Enter");
        with(page, "main a[href^='/people/']", name).first().click();
        assertThat(page.locator("h1").innerText()).isEqualTo(name);
    }

    /** What a page says, as it is read: money does not break over lines, so its blanks are others than those between words. */
    public static String said(Page page) {
        return plain(page.locator("main").innerText());
    }

    public static String plain(String text) {
        return text.replaceAll("(?U)\\s+", " ");
    }

    public static Locator with(Page page, String selector, String text) {
        return page.locator(selector, new Page.LocatorOptions().setHasText(text));
    }

    /** The words of the paper behind a link. The browser shows papers in a window of its own which no test can read, so it is asked for with the browser's own session. */
    public String paper(Page page, Locator link) {
        var answer = page.request().get(address(link.getAttribute("href")));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().get("content-type")).startsWith("application/pdf");
        try (var document = Loader.loadPDF(answer.body())) {
            return plain(new PDFTextStripper().getText(document));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}

package org.ansinh.app.pages;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ansinh.app.pages.Chromium.Screen;
import org.jspecify.annotations.Nullable;

/** Somebody at a browser who asks for pages quickly, without drawing them: what an answer says, in which language, and of which shapes it is made. */
final class PageReader implements AutoCloseable {

    /** Asks within the page that is open, as its scripts could, so that the session and the browser's own understanding of pages are the real ones. */
    private static final String ASK = """
            async ([path, form]) => {
              const csrf = document.querySelector('meta[name=csrf]');
              const answer = await fetch(path, form
                ? {method: 'POST', body: new URLSearchParams(form), headers: {Accept: 'text/html', [csrf.dataset.header]: csrf.content}}
                : {headers: {Accept: 'text/html'}});
              const body = await answer.text();
              const said = {status: answer.status, redirected: answer.redirected, page: false, heading: '', lead: '', texts: [], shapes: []};
              if (!(answer.headers.get('content-type') || '').startsWith('text/html')) { return said; }
              const page = new DOMParser().parseFromString(body, 'text/html');
              const shape = it => it.tagName + [...it.attributes].map(a =>
                ['class', 'type', 'role', 'scope'].includes(a.name) ? ` ${a.name}=${a.value}` : ' ' + a.name).sort().join('');
              const shapes = new Set(), texts = new Set();
              const hear = (text, language) => { if (text && text.trim()) { texts.add(language + '|' + text.trim()); } };
              for (const it of page.querySelectorAll('body *, title')) {
                const language = it.closest('[lang]')?.lang ?? '';
                shapes.add(shape(it.parentElement) + '>' + shape(it));
                for (const child of it.childNodes) { if (child.nodeType === 3) { hear(child.textContent, language); } }
                for (const name of ['aria-label', 'placeholder', 'alt', 'title']) { hear(it.getAttribute(name), language); }
              }
              return {...said, page: page.querySelector('main') !== null, texts: [...texts], shapes: [...shapes],
                heading: page.querySelector('main h1')?.textContent ?? '', lead: page.querySelector('main .lead')?.textContent ?? ''};
            }""";

    private final BrowserContext browser;
    private final String house;
    private final Page page;

    /**
     * @param page whether it is a whole page
     * @param heading and the sentence under it
     * @param texts what is written on it
     * @param shapes each sort of element within each sort of element
     */
    record Answer(
            int status,
            boolean redirected,
            boolean page,
            String heading,
            String lead,
            List<Text> texts,
            Set<String> shapes) {}

    /** @param language of the element, as it says itself */
    record Text(String language, String words) {}

    PageReader(Chromium chromium, String house) {
        browser = chromium.visitor(Screen.LAPTOP);
        this.house = house;
        page = chromium.open(browser, house + "/login");
    }

    void signIn(String login, String password) {
        page.fill("#username", login);
        page.fill("#password", password);
        page.click("main button[type=submit]");
    }

    Answer get(String path) {
        return ask(path, null);
    }

    Answer post(String path, Map<String, String> form) {
        return ask(path, form);
    }

    @SuppressWarnings("unchecked")
    private Answer ask(String path, @Nullable Map<String, String> form) {
        var arguments = new java.util.ArrayList<@Nullable Object>();
        arguments.add(path);
        arguments.add(form);
        var said = (Map<String, Object>) page.evaluate(ASK, arguments);
        return new Answer(
                PageReader.<Integer>part(said, "status"),
                PageReader.<Boolean>part(said, "redirected"),
                PageReader.<Boolean>part(said, "page"),
                PageReader.<String>part(said, "heading").strip(),
                PageReader.<String>part(said, "lead").strip(),
                PageReader.<List<String>>part(said, "texts").stream()
                        .map(PageReader::text)
                        .toList(),
                new HashSet<>(PageReader.<List<String>>part(said, "shapes")));
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T> T part(Map<String, Object> said, String name) {
        return (T) Objects.requireNonNull(said.get(name));
    }

    private static Text text(String told) {
        var parts = told.split("\\|", 2);
        return new Text(parts[0], parts[1]);
    }

    /** The page itself, drawn. */
    Page open(String path) {
        page.navigate(house + path);
        return page;
    }

    /** Of what repeats on the page that is drawn the first dozen stays, and whatever is made otherwise: a thousandth row of the same make hides no barrier of its own. */
    void thin() {
        page.evaluate("""
                () => {
                  const make = it => [it, ...it.querySelectorAll('*')].map(one => one.tagName + one.className + [...one.attributes].map(a => a.name)).join();
                  for (const list of document.querySelectorAll('tbody, ul, ol, dl, select')) {
                    const kept = new Set();
                    [...list.children].forEach((it, at) => {
                      if (at >= 12 && kept.has(make(it))) { it.remove(); } else { kept.add(make(it)); }
                    });
                  }
                }""");
    }

    @Override
    public void close() {
        browser.close();
    }
}

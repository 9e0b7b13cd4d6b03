package org.ansinh.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.ansinh.app.DemoAccounts;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.pages.Chromium;
import org.ansinh.app.testing.House;

/** What {@code ./ansinh demo} opens, smaller: its people, its day, its accounts. Long work that a page asks for is done by {@link #work}. */
final class Demonstration implements AutoCloseable {

    private final House house;
    private final Map<String, String> passwords;

    Demonstration(Path folder) {
        house = House.open(
                "--ansinh.codes=off",
                "--ansinh.demo=true",
                "--ansinh.house.demo=true",
                "--ansinh.people=5000",
                "--ansinh.data=" + folder);
        house.context()
                .getBeanProvider(StartingWork.class)
                .orderedStream()
                .forEach(work -> Acting.run(Actor.WORKER, () -> work.run(Progress.UNWATCHED)));
        passwords = DemoAccounts.open(house.context(), folder);
        house.work();
    }

    void work() {
        house.work();
    }

    String address(String path) {
        return "http://127.0.0.1:" + house.context().getEnvironment().getProperty("local.server.port") + path;
    }

    Page signedIn(Chromium chromium, BrowserContext visitor, String login) {
        var page = chromium.open(visitor, address("/login"));
        page.fill("#username", login);
        page.fill("#password", passwords.get(login));
        page.click("main button[type=submit]");
        assertThat(page.url()).doesNotContain("/login");
        return page;
    }

    @Override
    public void close() {
        house.close();
    }
}

package org.ansinh.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Objects;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.app.lawbook.ShippedPack;
import org.ansinh.postgres.HouseTrouble;
import org.ansinh.postgres.Sentences;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code start} and {@code demo}: database, migrations, server, then the work that has to be done before anybody signs in. */
final class Start {
    private final Options options;
    private final Stopping stopping;
    private final PrintStream out;

    Start(Options options, Stopping stopping, PrintStream out) {
        this.options = options;
        this.stopping = stopping;
        this.out = out;
    }

    void run() {
        portMustBeFree();
        ShippedPack.readAhead(options.fillings(), options.demo());
        var progress = ConsoleProgress.on(out);
        progress.begin(Sentences.label("start.database"), 0);
        var house = new House(options, System.getenv());
        stopping.close(house::close);
        house.open();
        progress.begin(Sentences.label("start.tables"), 0);
        Migrations.run(house.owner());
        progress.begin(Sentences.label("start.server"), 0);
        var context = server(house);
        stopping.close(context::close);
        LogTrouble.isTold(out, house.folder().path());
        house.keepRunning(out::println);
        progress.finish();
        context.getBeanProvider(StartingWork.class)
                .orderedStream()
                .forEach(work -> Acting.run(Actor.WORKER, () -> work.run(progress)));
        progress.finish();
        var accounts = new Accounts(context, house.folder(), out);
        accounts.mustSuffice(options.demo());
        out.println();
        out.println(Sentences.both(
                "start.ready",
                "http://127.0.0.1:%s/".formatted(context.getEnvironment().getProperty("local.server.port"))));
        accounts.show(options.demo());
        out.println(Sentences.both("start.stop"));
    }

    private ConfigurableApplicationContext server(House house) {
        var settings = new LinkedHashMap<String, @Nullable Object>();
        var gate = house.gate();
        settings.put("spring.datasource.url", gate.url());
        settings.put("spring.datasource.username", gate.user());
        settings.put("spring.datasource.password", gate.password());
        settings.put("server.port", options.port());
        settings.put("logging.file.name", house.folder().file("ansinh.log").toString());
        settings.put("logging.threshold.console", "OFF");
        settings.put("ansinh.demo", options.demo());
        settings.put("ansinh.house.demo", options.demo());
        settings.put("ansinh.data", house.folder().path().toString());
        settings.put("ansinh.codes", System.getenv().getOrDefault("ANSINH_CODES", options.demo() ? "off" : "required"));
        settings.put("ansinh.people", options.people());
        settings.put("ansinh.seed", options.seed());
        settings.put("ansinh.today", options.today());
        settings.values().removeIf(Objects::isNull);
        var application = new SpringApplication(AnsinhApplication.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        try {
            // as arguments, because the log is set up before anything else is read
            return application.run(settings.entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new));
        } catch (RuntimeException e) {
            // somebody took the port after it was found free
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof BindException) {
                    throw portTrouble((BindException) each);
                }
            }
            throw e;
        }
    }

    private void portMustBeFree() {
        if (options.port() == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            throw portTrouble(e);
        }
    }

    private HouseTrouble portTrouble(IOException cause) {
        boolean forbidden = String.valueOf(cause.getMessage()).contains("Permission denied");
        var trouble = forbidden
                ? new HouseTrouble("port.forbidden", options.port())
                : new HouseTrouble("port.taken", options.port(), options.port() == 65_535 ? 8080 : options.port() + 1);
        return trouble.because(cause);
    }
}

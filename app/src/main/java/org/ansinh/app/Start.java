package org.ansinh.app;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.jobs.StartingWork;
import org.ansinh.postgres.DatabaseTrouble;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code start} and {@code demo}: database, migrations, server, then the work that has to be done before anybody signs in. */
final class Start {
    private final Options options;
    private final PrintStream out;

    Start(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    void run() {
        portMustBeFree();
        var progress = new ConsoleProgress(
                out, System.console() != null && System.console().isTerminal());
        progress.begin("Database", 0);
        House house = House.open(options, System.getenv());
        var closing = new Closing(house);
        Runtime.getRuntime().addShutdownHook(new Thread(closing::close, "closing"));
        progress.begin("Tables", 0);
        Migrations.run(house.owner());
        progress.begin("Server", 0);
        var context = server(house);
        closing.context = context;
        progress.finish();
        try {
            context.getBeanProvider(StartingWork.class)
                    .orderedStream()
                    .forEach(work -> Acting.run(Actor.WORKER, () -> work.run(progress)));
        } catch (RuntimeException e) {
            if (closing.begun) {
                // stopped in the middle, on purpose: what was not finished is rolled back and done at the next start
                out.println();
                return;
            }
            throw e;
        }
        progress.finish();
        out.printf(
                "%nAn Sinh is ready: http://127.0.0.1:%s/%n",
                context.getEnvironment().getProperty("local.server.port"));
        new Accounts(context, house.folder(), out).show(options.demo());
        out.println("Stop with Ctrl-C; starting again goes on where it stopped.");
    }

    private ConfigurableApplicationContext server(House house) {
        var settings = new LinkedHashMap<String, Object>();
        var gate = house.gate();
        settings.put("spring.datasource.url", gate.url());
        settings.put("spring.datasource.username", gate.user());
        settings.put("spring.datasource.password", gate.password());
        settings.put("server.port", options.port());
        settings.put("logging.file.name", house.folder().file("ansinh.log").toString());
        settings.put("logging.threshold.console", "OFF");
        settings.put("ansinh.demo", options.demo());
        settings.put("ansinh.house.demo", options.demo());
        settings.put("ansinh.people", options.people());
        settings.put("ansinh.seed", options.seed());
        if (options.today() != null) {
            settings.put("ansinh.today", options.today().toString());
        }
        var application = new SpringApplication(AnsinhApplication.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        // as arguments, because the log is set up before anything else is read
        return application.run(settings.entrySet().stream()
                .map(it -> "--" + it.getKey() + "=" + it.getValue())
                .toArray(String[]::new));
    }

    private void portMustBeFree() {
        if (options.port() == 0) {
            return;
        }
        try (var probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()));
        } catch (IOException e) {
            throw new DatabaseTrouble(
                    "Port %d is taken by another program. Stop that one, or choose another with --port."
                            .formatted(options.port()),
                    e);
        }
    }

    /** First the server, then the database it stands on. */
    private static final class Closing {
        private final House house;
        private volatile boolean begun;
        private volatile @org.jspecify.annotations.Nullable ConfigurableApplicationContext context;

        Closing(House house) {
            this.house = house;
        }

        void close() {
            begun = true;
            var open = context;
            if (open != null) {
                open.close();
            }
            house.close();
        }
    }
}

package org.ansinh.app.testing;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.access.OfficerDesk;
import org.ansinh.app.access.OfficerDesk.NewOfficer;
import org.ansinh.app.access.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A whole house with a database of its own, for tests that need two of them or that do its long work by hand. Its jobs wait for {@link #work}. The house day is
 * 20 October 2026.
 */
public final class House implements AutoCloseable {

    private final ConfigurableApplicationContext context;
    private final JobsByHand jobs;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
        this.jobs = context.getBean(JobsByHand.class);
    }

    /** @param settings more of them, as on a command line: {@code --ansinh.import.kept-days=0} */
    public static House open(String... settings) {
        var arguments = new java.util.ArrayList<>(List.of("--server.port=0", "--ansinh.today=2026-10-20"));
        arguments.addAll(List.of(settings));
        var context = new SpringApplicationBuilder(application())
                .initializers(new FreshDatabase(), it -> {
                    var beans = (GenericApplicationContext) it;
                    beans.registerBean(
                            "jobsByHand",
                            JobsByHand.class,
                            () -> new JobsByHand(beans.getBeanProvider(org.ansinh.app.jobs.JobKind.class)),
                            definition -> definition.setPrimary(true));
                })
                .run(arguments.toArray(String[]::new));
        return new House(context);
    }

    private static Class<?> application() {
        try {
            return Class.forName("org.ansinh.app.AnsinhApplication");
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    public <T> T get(Class<T> desk) {
        return context.getBean(desk);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Does all long work that was asked for. */
    public void work() {
        jobs.work();
    }

    /** One transaction as this actor. */
    public <R extends @Nullable Object> R as(Actor actor, java.util.function.Supplier<R> work) {
        return Acting.as(
                actor, () -> new TransactionTemplate(get(PlatformTransactionManager.class)).execute(it -> work.get()));
    }

    public void run(Actor actor, Runnable work) {
        as(actor, () -> {
            work.run();
            return true;
        });
    }

    public String text(String sql) {
        return as(Actor.WORKER, () -> jdbc().sql(sql).query(String.class).single());
    }

    public OfficerId officer(String login, String role, Set<String> purposes, String... communes) {
        return Acting.as(
                Actor.WORKER,
                () -> get(OfficerDesk.class)
                        .open(
                                new NewOfficer(
                                        login,
                                        "Cán bộ " + login,
                                        Set.of(role),
                                        List.of(communes),
                                        purposes,
                                        LocalDate.of(2026, 1, 1),
                                        null),
                                "mot mat khau dai",
                                false));
    }

    @Override
    public void close() {
        context.close();
    }
}

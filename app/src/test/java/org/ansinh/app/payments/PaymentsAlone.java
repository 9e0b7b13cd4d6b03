package org.ansinh.app.payments;

import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.ansinh.app.access.AuditDesk;
import org.ansinh.app.casework.DayWork;
import org.ansinh.app.determination.OwedDesk;
import org.ansinh.app.jobs.JobDesk;
import org.ansinh.app.jobs.JobId;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.JobState;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.payments.store.MoneyWaitingRows;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The room of payments without the rest of the house: up in half a second, so that it can be killed and started again many times. */
final class PaymentsAlone implements AutoCloseable {

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    PaymentsAlone(DataSource source, PlatformTransactionManager transactions, Clock clock, Path folder) {
        Map<String, Object> settings = Map.of(
                "ansinh.payer.name", "Kho bạc Nhà nước Cao Bằng",
                "ansinh.payer.bank", "MINHVNVX",
                "ansinh.payer.account", "000000000000",
                "ansinh.payer.folder", folder.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("office", settings));
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(PlatformTransactionManager.class, () -> transactions);
        context.registerBean(Clock.class, () -> clock);
        context.register(Beside.class);
        context.scan("org.ansinh.app.payments.store", "org.ansinh.app.payments.work");
        // what is not asked for is not made: it would want rooms that are not here
        context.addBeanFactoryPostProcessor(beans -> List.of(beans.getBeanDefinitionNames())
                .forEach(it -> beans.getBeanDefinition(it).setLazyInit(true)));
        context.refresh();
    }

    DispatchDesk dispatches() {
        return context.getBean(DispatchDesk.class);
    }

    StatementDesk answers() {
        return context.getBean(StatementDesk.class);
    }

    CashDayDesk cashDays() {
        return context.getBean(CashDayDesk.class);
    }

    /** What of pay days waits for whoever acts. */
    List<DayWork.Waiting> cashWork() {
        return context.getBean("cashWork", DayWork.class).waiting();
    }

    WarningDesk warnings() {
        return context.getBean(WarningDesk.class);
    }

    KeptDesk kept() {
        return context.getBean(KeptDesk.class);
    }

    MoneyWaitingRows work() {
        return context.getBean(MoneyWaitingRows.class);
    }

    /** As the house does it by itself after a death was recorded. */
    void settleHeldParts() {
        context.getBeansOfType(JobKind.class).values().stream()
                .filter(it -> it.name().equals("held_parts"))
                .forEach(it -> it.run("all", Progress.UNWATCHED));
    }

    /** As the house does it by itself after a release, and once more after every crash. */
    void layOut() {
        context.getBeansOfType(JobKind.class).values().stream()
                .filter(it -> it.name().equals("dispatch_out"))
                .forEach(it -> it.run("", Progress.UNWATCHED));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What the other rooms give. No configuration of its own right: whole houses look for those. */
    @EnableTransactionManagement
    static class Beside {

        @Bean
        static BeanFactoryPostProcessor values() {
            return new org.springframework.context.support.PropertySourcesPlaceholderConfigurer();
        }

        @Bean
        JdbcTemplate batches(DataSource source) {
            return new JdbcTemplate(source);
        }

        @Bean
        JdbcClient jdbc(DataSource source) {
            return JdbcClient.create(source);
        }

        @Bean
        ResourceBundleMessageSource messageSource() {
            var texts = new ResourceBundleMessageSource();
            texts.setBasenames("messages/payments", "messages/pages");
            texts.setDefaultEncoding("UTF-8");
            texts.setFallbackToSystemLocale(false);
            return texts;
        }

        @Bean
        DemoMark demo() {
            return () -> false;
        }

        @Bean
        AuditDesk audit() {
            return new AuditDesk() {
                @Override
                public void read(Reading reading, int personId) {}

                @Override
                public void searched(String words, List<Integer> shown) {}

                @Override
                public void exported(String query, long rows, String digest) {}
            };
        }

        /** Whoever asks has worked it out by hand. */
        @Bean
        OwedDesk owed() {
            return new OwedDesk() {
                @Override
                public int bringUpToDate(String communeCode, YearMonth through) {
                    return 0;
                }

                @Override
                public void ask(Collection<String> communeCodes) {}

                @Override
                public boolean isUnderWay(YearMonth through) {
                    return false;
                }
            };
        }

        /** Whoever asks does the work by hand. */
        @Bean
        JobDesk jobs() {
            return new JobDesk() {
                @Override
                public JobId ask(String kind, String order) {
                    return new JobId(1);
                }

                @Override
                public boolean again(JobId id) {
                    return false;
                }

                @Override
                public Optional<JobState> find(JobId id) {
                    return Optional.empty();
                }

                @Override
                public List<JobState> latest(String kind, int atMost) {
                    return List.of();
                }
            };
        }
    }
}

package org.ansinh.app;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The server: every room of the house in one process. Migrations ran before, as the owner; the server has the gate's login only. */
@SpringBootApplication(exclude = FlywayAutoConfiguration.class)
class AnsinhApplication {

    /** The house's clock; a demonstration may stand on a day of its own. */
    @Bean
    @Primary
    Clock clock(@Value("${ansinh.today:}") @Nullable LocalDate today) {
        return HouseClock.on(today);
    }

    /** The clock on the wall, whatever day the house stands on: for what telephones count by. */
    @Bean
    Clock wallClock() {
        return HouseClock.on(null);
    }
}

package org.ansinh.app.access.store;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** There is one kind of transaction in the house: one in which somebody acts. */
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement(proxyTargetClass = true)
class TransactionsConfiguration {
    @Bean
    ActingTransactions transactionManager(DataSource gate, Clock clock) {
        return new ActingTransactions(gate, clock);
    }
}

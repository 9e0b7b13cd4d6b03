package org.ansinh.app.payments.web;

import java.util.Set;
import org.ansinh.app.ledger.EntrySource;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in from the navigation. */
@Configuration(proxyBeanMethods = false)
class PaymentsEntrance {

    @Bean
    NavEntry paymentsEntry() {
        return new NavEntry(
                "nav.payments",
                "/payments",
                50,
                Set.of("commune_officer", "paying_officer", "commune_chair", "provincial_approver", "inspector"));
    }

    /** Where entries of lists lead to. */
    @Bean
    EntrySource listSource() {
        return new EntrySource() {
            @Override
            public String kind() {
                return "list";
            }

            @Override
            public String href(long number) {
                return "/payments/" + number;
            }
        };
    }
}

package org.ansinh.app.ledger.web;

import java.util.HashSet;
import java.util.Set;
import org.ansinh.app.ledger.EntrySource;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ways in from the navigation, and to the papers that this room keeps itself. */
@Configuration(proxyBeanMethods = false)
class LedgerEntrances {

    private static final Set<String> ROLES =
            Set.of("paying_officer", "commune_chair", "provincial_approver", "inspector");

    /** Budgets are also for whoever drafts decisions and prepares lists: both take hold of them. */
    @Bean
    NavEntry budgetEntry() {
        var roles = new HashSet<>(ROLES);
        roles.add("commune_officer");
        return new NavEntry("nav.budgets", "/budgets", 52, Set.copyOf(roles));
    }

    @Bean
    NavEntry ledgerEntry() {
        return new NavEntry("nav.ledger", "/ledger", 54, ROLES);
    }

    @Bean
    NavEntry fundsEntry() {
        return new NavEntry("nav.funds", "/funds", 56, ROLES);
    }

    /** A paper of this room. */
    private record Paper(String kind, String under) implements EntrySource {
        @Override
        public String href(long number) {
            return under + number;
        }
    }

    @Bean
    EntrySource allotmentSource() {
        return new Paper("allotment", "/budgets/allotments/");
    }

    @Bean
    EntrySource fundSource() {
        return new Paper("fund", "/funds/");
    }
}

package org.ansinh.app.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whoever stands on a page sees in the navigation through which entrance they came. */
class NavEntryTest {

    private static final NavEntry PAYMENTS =
            new NavEntry("nav.payments", "/payments", 50, Set.of()).leadingTo("/recoveries", "/suspensions");

    @Test
    void aRecoveryIsFoundThroughPayments() {
        assertThat(PAYMENTS.leadsTo("/payments/12/difference")).isTrue();
        assertThat(PAYMENTS.leadsTo("/recoveries")).isTrue();
        assertThat(PAYMENTS.leadsTo("/suspensions/new")).isTrue();
    }

    @Test
    void anAddressThatOnlyBeginsAlikeIsAnother() {
        assertThat(PAYMENTS.leadsTo("/payments-of-others")).isFalse();
        assertThat(PAYMENTS.leadsTo("/dispatches")).isFalse();
        assertThat(new NavEntry("nav.home", "/", 0, Set.of()).leadsTo("/people/1"))
                .isFalse();
    }
}

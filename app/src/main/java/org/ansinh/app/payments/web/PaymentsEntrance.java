package org.ansinh.app.payments.web;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ansinh.app.ledger.EntrySource;
import org.ansinh.app.pages.NavEntry;
import org.ansinh.app.pages.UploadDoor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way in from the navigation. */
@Configuration(proxyBeanMethods = false)
class PaymentsEntrance {

    private static final long MEGABYTE = 1024L * 1024;
    private static final Pattern SIGNED_LISTS = Pattern.compile("(/cash-days/\\d+)/papers");

    @Bean
    NavEntry paymentsEntry() {
        return new NavEntry(
                        "nav.payments",
                        "/payments",
                        50,
                        Set.of(
                                "commune_officer",
                                "paying_officer",
                                "commune_chair",
                                "provincial_approver",
                                "inspector"))
                .leadingTo("/recoveries", "/suspensions", "/transfers");
    }

    @Bean
    NavEntry dispatchesEntry() {
        return new NavEntry(
                        "nav.dispatches",
                        "/dispatches",
                        51,
                        Set.of(
                                "commune_officer",
                                "paying_officer",
                                "commune_chair",
                                "provincial_approver",
                                "inspector"))
                .leadingTo("/cash-days");
    }

    /** Scans of signed lists are sent to the page of their pay day. */
    @Bean
    UploadDoor signedLists(@Value("${ansinh.attachments.most-megabytes:10}") int megabytes) {
        return new UploadDoor(megabytes * MEGABYTE, it -> {
            var day = SIGNED_LISTS.matcher(it);
            return day.matches() ? Optional.of(day.group(1)) : Optional.empty();
        });
    }

    /** Where entries of dispatches lead to. */
    @Bean
    EntrySource dispatchSource() {
        return source("dispatch", "/dispatches/");
    }

    /** Where entries of recoveries lead to. */
    @Bean
    EntrySource recoverySource() {
        return source("recovery", "/recoveries/");
    }

    /** Where entries of lists lead to. */
    @Bean
    EntrySource listSource() {
        return source("list", "/payments/");
    }

    private static EntrySource source(String kind, String address) {
        return new EntrySource() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public String href(long number) {
                return address + number;
            }
        };
    }
}

package org.ansinh.app.exchange.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.pages.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who comes to the lists for the population database: whoever sees the reasons of cases reads them, commune officers and the province make them and take answers in. */
@Configuration(proxyBeanMethods = false)
class CheckDoor {

    static final Set<String> READERS = Set.of("commune_officer", "commune_chair", "provincial_approver", "inspector");
    private static final Set<String> MAKERS = Set.of("commune_officer", "provincial_approver");

    @Bean
    NavEntry populationChecks() {
        return new NavEntry("nav.population", "/population-checks", 15, READERS);
    }

    /** What somebody else may do is refused by the database anyway. */
    static void mayCome(SignedIn officer, HttpServletRequest request) {
        boolean reads = "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
        if (officer.roles().stream().noneMatch((reads ? READERS : MAKERS)::contains)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** The form on which a list is made is nobody else's to open. */
    static boolean makes(SignedIn officer) {
        return officer.roles().stream().anyMatch(MAKERS::contains);
    }
}

package org.ansinh.app.access.web;

import java.util.Optional;
import org.ansinh.app.access.SignedIn;
import org.ansinh.app.pages.WhoIsHere;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Tells the page frame who signed in. */
@Component
class SignedInReader implements WhoIsHere {
    private final MessageSource texts;

    SignedInReader(MessageSource texts) {
        this.texts = texts;
    }

    @Override
    public Optional<Reader> reader() {
        var who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof SignedIn officer
                ? Optional.of(new Reader(officer.fullName(), officer.roles(), area(officer)))
                : Optional.empty();
    }

    private String area(SignedIn officer) {
        if (officer.communes().isEmpty()) {
            return "";
        }
        var locale = LocaleContextHolder.getLocale();
        return officer.communes().contains("*")
                ? texts.getMessage("access.area.province", null, locale)
                : texts.getMessage(
                        "access.area.communes", new Object[] {officer.communes().size()}, locale);
    }
}

package org.ansinh.app.pages;

import java.util.Optional;
import java.util.Set;

/** Tells the page frame who reads the page. The room that signs people in answers it. */
public interface WhoIsHere {

    Optional<Reader> reader();

    /**
     * @param name the officer's own name
     * @param roles the names of their roles; each has a text under {@code role.NAME}
     * @param area the communes or the province they serve, as words
     */
    record Reader(String name, Set<String> roles, String area) {

        public Reader {
            roles = Set.copyOf(roles);
        }
    }
}

package org.ansinh.app.determination;

import java.util.Locale;
import java.util.Map;

/** What programmes, provisions, facts and communes are called, for every room above: ids of the pack and codes in the reader's language. */
public interface Names {

    /** Programmes of the law in force, in its order, those that are only examples last. */
    Map<String, String> programmes(Locale locale);

    /** Those that pay and in which everybody gets a decision of their own: not what is approved as one list, nor what pays nothing, nor an example. */
    Map<String, String> programmesPaidOut(Locale locale);

    /** Communes of today, by code. */
    Map<String, String> communes();

    /**
     * A group whose name would give a hidden fact away is not named.
     *
     * @param ids provisions of the programme, comma between
     */
    String provisions(String programme, String ids, Locale locale);

    /**
     * A hidden fact is not named.
     *
     * @param ids facts, comma between
     */
    String facts(String ids, Locale locale);

    String ethnicGroup(String id, Locale locale);

    /** Who decides: a value of the enumeration {@code authority}. */
    String authority(String id, Locale locale);
}

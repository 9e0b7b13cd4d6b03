package org.ansinh.app.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** What the law gives, for whoever acts and sees the people. */
public interface EntitlementsSeen {

    /** One audited read; empty when whoever acts does not see the person, or sees people without seeing what the law gives them and why. */
    Optional<PersonEntitlements> ofPerson(int person, DateRange days);

    /** The same beside a file that was opened, and audited, already. */
    Optional<PersonEntitlements> beside(int person, DateRange days);

    /** Those who live in a household now and whom whoever acts sees; the page that shows them is the read that is audited. */
    List<Member> ofHousehold(int household, DateRange days);

    /** How somebody whom whoever acts sees is called. */
    Optional<String> name(int person);

    /** What may be told to whoever acts. */
    Masks masks();

    record Member(int person, String name, PersonEntitlements entitlements) {}
}

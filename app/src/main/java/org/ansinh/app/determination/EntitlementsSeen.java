package org.ansinh.app.determination;

import java.util.List;
import java.util.Optional;
import org.ansinh.timeline.DateRange;

/** What the law gives, for whoever acts and sees the people. */
public interface EntitlementsSeen {

    /** One audited read; empty when whoever acts does not see the person. */
    Optional<PersonEntitlements> ofPerson(int person, DateRange days);

    /** Those who live in a household now and whom whoever acts sees; the page that shows them is the read that is audited. */
    List<Member> ofHousehold(int household, DateRange days);

    record Member(int person, String name, PersonEntitlements entitlements) {}
}

package org.ansinh.app.payments;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ansinh.app.access.BrokenRule;

/** With whom the office has a contract to pay into electronic accounts: wallets, the social security account in VNeID. The office's own, not law and no list of ours. */
public interface ProviderDesk {

    /** Those with a contract today, by name. */
    List<Provider> open();

    /** @param contract number and day of the paper */
    Optional<BrokenRule> set(String name, String contract);

    /** From now on nobody is entered there; whoever stands there already is warned about before they are paid. */
    Optional<BrokenRule> end(String code, String paper);

    /** @param code its name in capitals without marks: how accounts and files name it */
    record Provider(String code, String name, String contract, String setBy, Instant setAt) {}
}

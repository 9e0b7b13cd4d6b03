package org.ansinh.app.payments.work;

import java.nio.file.Path;
import java.util.Optional;
import org.ansinh.app.pages.DemoMark;
import org.ansinh.app.payments.DispatchDesk.Payer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The account that payments leave from, and the folder where whoever pays fetches files: settings of the office, docs/guide/operating.md. */
@Component
class PayerSettings {

    /** No bank has this code or this account: whoever sends such a file to a real one is refused. */
    private static final Payer INVENTED = new Payer("MINH HOA KHO BAC", "MINHVNVX", "000000000000");

    private final String name;
    private final String bank;
    private final String account;
    private final String folder;
    private final DemoMark demo;

    PayerSettings(
            @Value("${ansinh.payer.name:}") String name,
            @Value("${ansinh.payer.bank:}") String bank,
            @Value("${ansinh.payer.account:}") String account,
            @Value("${ansinh.payer.folder:}") String folder,
            DemoMark demo) {
        this.name = name;
        this.bank = bank;
        this.account = account;
        this.folder = folder;
        this.demo = demo;
    }

    Optional<Payer> payer() {
        if (demo.isDemo()) {
            return Optional.of(INVENTED);
        }
        return name.isBlank() || bank.isBlank() || account.isBlank()
                ? Optional.empty()
                : Optional.of(new Payer(name, bank, account));
    }

    /** Where files are laid out by themselves; without it officers take them along. */
    Optional<Path> folder() {
        return folder.isBlank() ? Optional.empty() : Optional.of(Path.of(folder));
    }
}

package org.ansinh.app.determination.work;

import org.ansinh.app.access.Acting;
import org.ansinh.app.access.Actor;
import org.ansinh.app.determination.store.DictionaryRows;
import org.ansinh.app.determination.store.ProgrammeRows;
import org.ansinh.app.determination.store.RunRows;
import org.ansinh.app.lawbook.LawbookDesk;
import org.ansinh.app.territory.TerritoryDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** At every start: the communes of the build and the pack that came with it are in force, and the registry knows the pack's dictionary. */
@Component
@Order(0)
class LawInstallation implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(LawInstallation.class);

    private final LawbookDesk lawbook;
    private final RunRows runs;
    private final DictionaryRows dictionary;
    private final ProgrammeRows programmes;
    private final TerritoryDesk territory;
    private final PlatformTransactionManager transactions;

    LawInstallation(
            LawbookDesk lawbook,
            RunRows runs,
            DictionaryRows dictionary,
            ProgrammeRows programmes,
            TerritoryDesk territory,
            PlatformTransactionManager transactions) {
        this.lawbook = lawbook;
        this.runs = runs;
        this.dictionary = dictionary;
        this.programmes = programmes;
        this.territory = territory;
        this.transactions = transactions;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Acting.run(
                Actor.WORKER,
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    var installed = lawbook.installShipped(runs.lastRecording());
                    territory.mirror();
                    dictionary.tell(lawbook.current().pack().dictionary());
                    programmes.tell(lawbook.current().determiner().forms());
                    LOG.info(
                            "Law pack {} {} is in force ({})",
                            installed.packId(),
                            installed.version(),
                            installed.hash());
                }));
    }
}

package org.ansinh.app.lawbook;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.ansinh.rules.Law;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps each pack compiled once it was asked for; packs never change, so neither does what is kept. */
@Service
class Lawbook implements LawbookDesk {

    private final PackRows packs;
    private final Map<String, Law> compiled = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable Law> current = new AtomicReference<>();

    Lawbook(PackRows packs) {
        this.packs = packs;
    }

    @Override
    @Transactional
    public Installed installShipped(long afterRecording) {
        var law = ShippedPack.law();
        compiled.putIfAbsent(law.hash(), law);
        var before = packs.current();
        if (before.isEmpty() || !before.get().hash().equals(law.hash())) {
            var header = law.pack().header();
            packs.store(law.hash(), header.id(), header.version(), ShippedPack.zipped());
            packs.putInForce(law.hash(), afterRecording);
        }
        current.set(law);
        return packs.current().orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public Law current() {
        var law = current.get();
        if (law == null) {
            law = byHash(packs.current()
                    .orElseThrow(() -> new IllegalStateException("No law pack is installed here yet."))
                    .hash());
            current.set(law);
        }
        return law;
    }

    @Override
    @Transactional(readOnly = true)
    public Law inForceAt(long recording) {
        return byHash(packs.inForceAt(recording)
                .orElseThrow(() -> new IllegalStateException("No law pack is installed here yet."))
                .hash());
    }

    @Override
    @Transactional(readOnly = true)
    public Law byHash(String hash) {
        return compiled.computeIfAbsent(
                hash,
                it -> PackFolder.unzipped(
                        packs.files(it)
                                .orElseThrow(() -> new IllegalArgumentException(
                                        "The lawbook holds no pack %s; it was never in force here.".formatted(it))),
                        Law::load));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Installed> history() {
        return packs.history();
    }
}

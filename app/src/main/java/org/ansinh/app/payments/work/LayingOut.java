package org.ansinh.app.payments.work;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import org.ansinh.app.jobs.JobKind;
import org.ansinh.app.jobs.Progress;
import org.ansinh.app.payments.store.DispatchRows;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lays released files out where whoever pays fetches them. A file appears whole or not at all, under a name that is its own for ever; what lies there already with the same
 * bytes is left. So the work may stop anywhere and be done again: at worst a file is laid out twice under one name, with the same keys in it.
 */
@Component
class LayingOut implements JobKind {

    static final String NAME = "dispatch_out";

    private final DispatchRows rows;
    private final PayerSettings settings;
    private final TransactionTemplate transaction;

    LayingOut(DispatchRows rows, PayerSettings settings, PlatformTransactionManager transactions) {
        this.rows = rows;
        this.settings = settings;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String run(String order, Progress progress) {
        var folder = settings.folder();
        if (folder.isEmpty()) {
            return "";
        }
        List<DispatchRows.Undelivered> files = transaction.execute(status -> rows.undelivered());
        progress.begin(NAME, files.size());
        for (var file : files) {
            byte[] content = transaction.execute(
                    status -> rows.content(file.dispatchId(), file.number()).orElseThrow());
            try {
                layOut(folder.get(), file.name(), content);
            } catch (IOException trouble) {
                throw new UncheckedIOException(trouble);
            }
            transaction.executeWithoutResult(status -> rows.handOver(file.dispatchId(), file.number(), "laid_out"));
            progress.advance(1);
        }
        return Integer.toString(files.size());
    }

    /** The bytes reach the disk before the name does. */
    static void layOut(Path folder, String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        var whole = folder.resolve(name);
        if (Files.exists(whole) && Arrays.equals(Files.readAllBytes(whole), content)) {
            return;
        }
        var part = folder.resolve("." + name + ".part");
        try (var channel = FileChannel.open(
                part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try {
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException otherDisk) {
            Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

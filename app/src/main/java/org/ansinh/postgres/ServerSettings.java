package org.ansinh.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How the embedded server is set up. */
public enum ServerSettings {
    /** Keeps what it confirmed, whatever happens to the machine; modest memory, tuned for few officers and large loads. */
    DURABLE("""
            logging_collector = on
            shared_buffers = 512MB
            effective_cache_size = 3GB
            maintenance_work_mem = 256MB
            work_mem = 24MB
            max_wal_size = 6GB
            min_wal_size = 512MB
            checkpoint_timeout = 15min
            wal_level = minimal
            max_wal_senders = 0
            """),

    /** For tests: forgets everything with the machine, and starts and copies databases fast. */
    FORGETFUL("""
            shared_buffers = 128MB
            maintenance_work_mem = 64MB
            work_mem = 8MB
            max_wal_size = 1GB
            fsync = off
            full_page_writes = off
            synchronous_commit = off
            wal_level = minimal
            max_wal_senders = 0
            autovacuum = off
            """);

    private static final long ROOMY_SHARED_MEMORY = 256L << 20;

    private final String own;

    ServerSettings(String own) {
        this.own = own;
    }

    String text(int port, Path logs) throws IOException {
        return """
            # written at every start; changes here are lost
            port = %d
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            password_encryption = scram-sha-256
            max_connections = 60
            jit = off
            random_page_cost = 1.1
            log_timezone = 'Asia/Ho_Chi_Minh'
            timezone = 'Asia/Ho_Chi_Minh'
            log_line_prefix = '%%m [%%p] %%u '
            log_directory = '%s'
            log_filename = 'postgresql-%%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            dynamic_shared_memory_type = %s
            """.formatted(port, logs.toString().replace("'", "''"), sharedMemory()) + own;
    }

    /** Containers often have 64 MB of shared memory by file; a parallel query would fail there in the middle of a page. */
    private static String sharedMemory() throws IOException {
        Path shm = Path.of("/dev/shm");
        if (!Files.isDirectory(shm)) {
            return System.getProperty("os.name").startsWith("Linux") ? "sysv" : "posix";
        }
        return Files.getFileStore(shm).getTotalSpace() < ROOMY_SHARED_MEMORY ? "sysv" : "posix";
    }
}

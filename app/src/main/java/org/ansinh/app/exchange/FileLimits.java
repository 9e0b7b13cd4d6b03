package org.ansinh.app.exchange;

/**
 * How large a file may be, as sent and once unpacked.
 *
 * @param mostBytes as it is sent
 * @param mostUnpackedBytes all parts of an XLSX together
 */
public record FileLimits(long mostBytes, long mostUnpackedBytes) {

    private static final long MEGABYTE = 1024L * 1024;

    public static FileLimits megabytes(int sent, int unpacked) {
        return new FileLimits(sent * MEGABYTE, unpacked * MEGABYTE);
    }
}

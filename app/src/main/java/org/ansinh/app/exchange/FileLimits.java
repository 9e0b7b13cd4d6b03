package org.ansinh.app.exchange;

/**
 * How large a file may be, as sent and once unpacked, and how long and how much of what was brought is kept.
 *
 * @param mostBytes as it is sent
 * @param mostUnpackedBytes all parts of an XLSX together
 * @param keptDays so long after it was brought a file and its refused rows can still be had
 * @param mostKeptBytes all kept files together; the oldest are emptied first
 */
public record FileLimits(long mostBytes, long mostUnpackedBytes, int keptDays, long mostKeptBytes) {

    private static final long MEGABYTE = 1024L * 1024;

    public static FileLimits megabytes(int sent, int unpacked, int keptDays, int kept) {
        return new FileLimits(sent * MEGABYTE, unpacked * MEGABYTE, keptDays, kept * MEGABYTE);
    }
}

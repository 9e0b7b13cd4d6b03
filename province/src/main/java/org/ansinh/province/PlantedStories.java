package org.ansinh.province;

import java.time.LocalDate;
import java.util.List;

/** Situations that stand in every province made for the demo's day or later, each under a name that nobody else has. */
public final class PlantedStories {

    /** The day the stories are told for. */
    public static final LocalDate DAY = LocalDate.of(2026, 10, 20);

    /**
     * One situation to open in the demo.
     *
     * @param person the full name to search for
     * @param commune the code of 2025
     */
    public record Story(String id, String person, String commune, String household, String showsVi, String showsEn) {}

    static final String OLD_RATE = "old_rate";
    static final String SINGLE_MOTHER = "single_mother";
    static final String ALONE_AT_65 = "alone_at_65";
    static final String TURNS_75 = "turns_75";
    static final String DIED_UNKNOWN = "died_unknown";
    static final String CHILD_OF_TWO = "child_of_two";
    static final String TURNED_80 = "turned_80";
    static final String ONE_ACCOUNT = "one_account";

    private static final List<Story> STORIES = List.of(
            new Story(
                    OLD_RATE,
                    "Nông Văn Thiêm",
                    "01477",
                    "01477-900001",
                    "Người khuyết tật nặng còn hưởng theo mức chuẩn cũ 500.000 đồng: tháng 7, 8, 9/2026 còn thiếu tiền truy lĩnh.",
                    "An adult with a severe disability still paid at the old rate: arrears for July to September 2026."),
            new Story(
                    SINGLE_MOTHER,
                    "Hoàng Thị Bưởi",
                    "01576",
                    "01576-900001",
                    "Mẹ đơn thân hộ nghèo, khuyết tật nặng, nuôi hai con: hưởng cả hai mức, là ngoại lệ duy nhất của nguyên tắc một mức cao nhất.",
                    "A poor single mother with a severe disability and two children: both amounts, the one exception to the highest."),
            new Story(
                    ALONE_AT_65,
                    "Lý Văn Khìn",
                    "01576",
                    "01576-900002",
                    "Hàng xóm của bà Bưởi: 65 tuổi, hộ nghèo, sống một mình, khuyết tật nặng, không có người phụng dưỡng: chỉ hưởng một mức cao nhất.",
                    "Her neighbour of 65: poor, alone, severely disabled, nobody to support him: only the highest of several."),
            new Story(
                    TURNS_75,
                    "Đàm Thị Nguyên",
                    "01654",
                    "01654-900001",
                    "Đủ 75 tuổi ngày 12/11/2026: lập hồ sơ trước 60 ngày để ký đúng tháng, vì không có truy lĩnh.",
                    "Turns 75 on 2026-11-12: the file is prepared 60 days before, since nothing is paid for months before the signature."),
            new Story(
                    DIED_UNKNOWN,
                    "Bế Văn Lực",
                    "01786",
                    "01786-900001",
                    "Mất ngày 03/9/2026, nhưng giấy báo tử đến xã ngày 20/10/2026. Sổ chưa ghi; ghi vào sẽ thấy tiền đã chi thừa.",
                    "Died on 2026-09-03; the notice reaches the commune on 2026-10-20. The register does not know it yet: record it."),
            new Story(
                    CHILD_OF_TWO,
                    "Triệu Gia Phát",
                    "01501",
                    "01501-900001",
                    "Trẻ 2 tuổi, hộ cận nghèo, ở xã Phong Châu cũ (khu vực I): từ 25/12/2025 thuộc xã khu vực III nên có quyền, chưa có quyết định.",
                    "A near-poor child of two in former Phong Châu (region I): in region III since 2025-12-25, so entitled and not decided."),
            new Story(
                    TURNED_80,
                    "Hoàng Thị Slỉnh",
                    "01438",
                    "01438-900001",
                    "Đủ 80 tuổi ngày 17/5/2023: trợ cấp từ tháng đủ 80 tuổi, chuyển sang trợ cấp hưu trí xã hội từ 01/7/2025.",
                    "Turned 80 on 2023-05-17: assistance from the month of turning 80, moved to the social pension on 2025-07-01."),
            new Story(
                    ONE_ACCOUNT,
                    "Mã Văn Phịn",
                    "01477",
                    "01477-900002",
                    "Sáu người cao tuổi không cùng gia đình nhận tiền vào một tài khoản ngân hàng.",
                    "Six elders of six families are paid into one bank account."));

    private PlantedStories() {}

    public static List<Story> all() {
        return STORIES;
    }

    static Story of(String id) {
        return STORIES.stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no story called %s.".formatted(id)));
    }
}

package org.ansinh.app.exchange.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** A column of an exchange file: its Vietnamese heading, which exports write, and the other headings it is known by. */
public enum Column {
    KEY("Mã người", "ma doi tuong", "ma", "person key", "key"),
    NAME("Họ và tên", "ho ten", "ten", "full name", "name"),
    BORN("Ngày sinh", "nam sinh", "ngay thang nam sinh", "date of birth", "born", "birth year"),
    SEX("Giới tính", "gioi", "nam nu", "sex", "gender"),
    ETHNIC_GROUP("Dân tộc", "ethnic group", "ethnicity"),
    PERSONAL_NUMBER(
            "Số định danh",
            "so dinh danh ca nhan",
            "so cccd",
            "cccd",
            "so can cuoc",
            "so can cuoc cong dan",
            "personal number",
            "id number"),
    OLD_NUMBER("Số CMND", "cmnd", "cmnd cu", "old id number", "old number"),
    DIED_ON("Ngày mất", "ngay chet", "ngay tu tran", "died on", "date of death"),
    HOUSEHOLD("Mã hộ", "so ho", "household", "household code"),
    COMMUNE("Xã", "xa phuong", "xa phuong thi tran", "ma xa", "phuong", "commune"),
    DISTRICT("Huyện cũ", "huyen", "quan huyen", "former district", "district"),
    VILLAGE("Thôn", "xom", "to dan pho", "thon xom", "thon xom to dan pho", "village"),
    KIND("Loại thành viên", "loai ho", "kind", "membership kind"),
    ROLE("Quan hệ với chủ hộ", "quan he chu ho", "role", "relation to head"),
    RELATION("Quan hệ", "relation"),
    OTHER_KEY(
            "Mã người kia",
            "so dinh danh nguoi kia",
            "so cccd nguoi kia",
            "other person key",
            "other key",
            "other number"),
    FACT("Dữ kiện", "thong tin", "fact"),
    INSTANCE("Chi tiết", "instance"),
    VALUE("Giá trị", "noi dung", "value"),
    PROGRAMME("Chương trình", "chinh sach", "programme", "program"),
    DECISION_NUMBER("Số quyết định", "so qd", "quyet dinh so", "decision number"),
    SIGNED_ON("Ngày ký", "ngay quyet dinh", "ngay qd", "signed on"),
    OFFICE("Cơ quan ban hành", "co quan ky", "noi ban hanh", "issued by", "office"),
    SIGNER_TITLE("Chức vụ người ký", "chuc vu", "signer title", "title"),
    SIGNER("Người ký", "ho ten nguoi ky", "signer", "signed by"),
    LEVEL(
            "Mức hưởng một tháng",
            "muc huong",
            "muc huong hang thang",
            "muc tro cap",
            "muc tro cap hang thang",
            "level",
            "monthly level"),
    PAID_THROUGH("Đã chi đến tháng", "da chi tra den thang", "chi tra den thang", "paid through"),
    PAYEE_KEY("Mã người nhận", "payee key"),
    PAYEE_NUMBER("Số định danh người nhận", "so cccd nguoi nhan", "cccd nguoi nhan", "payee number"),
    CHANNEL("Hình thức chi trả", "hinh thuc chi", "hinh thuc nhan", "channel"),
    BANK("Ngân hàng", "ten ngan hang", "noi giu tai khoan", "ngan hang hoac noi giu tai khoan", "bank", "provider"),
    ACCOUNT("Số tài khoản", "so tk", "tai khoan", "account"),
    HOLDER("Chủ tài khoản", "ten tai khoan", "ten chu tai khoan", "ho ten chu tai khoan", "account holder", "holder"),
    AMOUNT("Số tiền", "thanh tien", "so tien chi tra", "so tien thuc nhan", "amount"),
    FROM("Từ ngày", "tu", "huong tu ngay", "huong tu thang", "from"),
    TO("Đến ngày", "den", "den het ngay", "until", "to day"),
    SOURCE("Nguồn", "can cu", "source");

    private final String heading;

    @SuppressWarnings("ImmutableEnumChecker") // never written after construction
    private final String[] also;

    Column(String heading, String... also) {
        this.heading = heading;
        this.also = also;
    }

    public String heading() {
        return heading;
    }

    static Optional<Column> named(String heading) {
        var folded = Words.folded(heading);
        return Arrays.stream(values())
                .filter(it -> it.names().anyMatch(folded::equals))
                .findFirst();
    }

    private Stream<String> names() {
        return Stream.concat(Stream.of(Words.folded(heading), Words.folded(name())), Arrays.stream(also));
    }
}

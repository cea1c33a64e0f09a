package dev.plinth.schema.convert.xlsx;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How the numbers of cells are shown, which alone tells dates from numbers. */
final class CellFormats {
    private static final int MILLISECONDS_OF_A_DAY = 86_400_000;

    private enum Shown {
        NUMBER,
        DATE,
        TIME,
        MOMENT
    }

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final LocalDateTime first;

    /**
     * @param since1904 whether days are counted as the first Macintosh did
     */
    CellFormats(Parts parts, boolean since1904) {
        // 1900 is a leap year to spreadsheets, so that the count is right from March of it on.
        this.first =
                since1904
                        ? LocalDateTime.of(1904, 1, 1, 0, 0)
                        : LocalDateTime.of(1899, 12, 30, 0, 0);
        boolean[] within = {false};
        parts.walk(
                "xl/styles.xml",
                xml -> {
                    if (xml.isStartElement()) {
                        switch (xml.getLocalName()) {
                            case "numFmt" ->
                                    codes.put(
                                            number(xml.getAttributeValue(null, "numFmtId")),
                                            String.valueOf(
                                                    xml.getAttributeValue(null, "formatCode")));
                            case "cellXfs" -> within[0] = true;
                            case "xf" -> {
                                if (within[0]) {
                                    styles.add(number(xml.getAttributeValue(null, "numFmtId")));
                                }
                            }
                            default -> {}
                        }
                    } else if (xml.isEndElement() && xml.getLocalName().equals("cellXfs")) {
                        within[0] = false;
                    }
                });
    }

    static int number(@org.jspecify.annotations.Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** The value of a cell that holds a number, as text. */
    String text(String value, int style) {
        double number;
        try {
            number = Double.parseDouble(value.strip());
        } catch (NumberFormatException e) {
            return value;
        }
        Shown shown = style < styles.size() ? shown(styles.get(style)) : Shown.NUMBER;
        if (shown == Shown.NUMBER || number < 0 || number >= 2_958_466) {
            return plain(number);
        }
        long milliseconds = Math.round(number * MILLISECONDS_OF_A_DAY);
        LocalDateTime moment = first.plusNanos(0).plusDays(milliseconds / MILLISECONDS_OF_A_DAY);
        moment = moment.plusNanos(milliseconds % MILLISECONDS_OF_A_DAY * 1_000_000);
        return switch (shown) {
            case TIME -> moment.toLocalTime().toString();
            // A time that is only not shown is there all the same.
            case DATE ->
                    milliseconds % MILLISECONDS_OF_A_DAY == 0
                            ? moment.toLocalDate().toString()
                            : moment.toString();
            default -> moment.toString();
        };
    }

    private static String plain(double number) {
        if (!Double.isFinite(number)) {
            return "";
        }
        BigDecimal exact = BigDecimal.valueOf(number);
        BigDecimal bare = exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0).toPlainString() : bare.toPlainString();
    }

    /** Numbers up to 163 are formats that every spreadsheet has (ECMA-376, 18.8.30). */
    private Shown shown(int id) {
        String code = codes.get(id);
        if (code == null) {
            return switch (id) {
                case 14, 15, 16, 17 -> Shown.DATE;
                case 18, 19, 20, 21, 45, 46, 47 -> Shown.TIME;
                case 22 -> Shown.MOMENT;
                default -> id >= 27 && id <= 36 || id >= 50 && id <= 58 ? Shown.DATE : Shown.NUMBER;
            };
        }
        String letters =
                code.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*\"|\\\\.|_.|\\[(?!h|m|s)[^]]*]", "")
                        .replaceAll("general|am/pm|a/p", "");
        boolean time = letters.contains("h") || letters.contains("s");
        boolean date = letters.contains("y") || letters.contains("d");
        return time && date ? Shown.MOMENT : time ? Shown.TIME : date ? Shown.DATE : Shown.NUMBER;
    }
}

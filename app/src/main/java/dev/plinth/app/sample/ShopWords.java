package dev.plinth.app.sample;

import java.util.List;

/** What the rows of the sample shop are put together from. */
final class ShopWords {
    static final List<String> GIVEN =
            List.of(
                    "Ada", "Alan", "Amara", "Anton", "Aylin", "Beatriz", "Bruno", "Carla", "Chen",
                    "Clara", "David", "Elif", "Emil", "Emma", "Farid", "Fatima", "Felix", "Grace",
                    "Hanna", "Hugo", "Ida", "Ines", "Ivan", "Jonas", "Julia", "Kenji", "Lars",
                    "Lea", "Linus", "Lucia", "Malik", "Maria", "Mateo", "Mina", "Nadia", "Noah",
                    "Olga", "Omar", "Paul", "Priya", "Rosa", "Samir", "Sofia", "Tariq", "Theo",
                    "Yara", "Yuki", "Zoe");
    static final List<String> FAMILY =
            List.of(
                    "Almeida",
                    "Andersen",
                    "Bauer",
                    "Becker",
                    "Berg",
                    "Bianchi",
                    "Costa",
                    "Demir",
                    "Dubois",
                    "Eriksen",
                    "Fischer",
                    "Garcia",
                    "Haddad",
                    "Hansen",
                    "Hoffmann",
                    "Ivanova",
                    "Jansen",
                    "Kaya",
                    "Keller",
                    "Khan",
                    "Kowalski",
                    "Larsen",
                    "Leroy",
                    "Lindqvist",
                    "Lovelace",
                    "Martin",
                    "Meyer",
                    "Moreau",
                    "Müller",
                    "Nguyen",
                    "Nowak",
                    "O'Brien",
                    "Okafor",
                    "Patel",
                    "Peeters",
                    "Petrov",
                    "Romano",
                    "Rossi",
                    "Santos",
                    "Sato",
                    "Schmidt",
                    "Silva",
                    "Smith",
                    "Tanaka",
                    "Turing",
                    "Vogel",
                    "Wagner",
                    "Weber");
    static final List<List<String>> CITIES =
            List.of(
                    List.of("Berlin", "DE"),
                    List.of("Hamburg", "DE"),
                    List.of("Köln", "DE"),
                    List.of("München", "DE"),
                    List.of("Leipzig", "DE"),
                    List.of("Wien", "AT"),
                    List.of("Graz", "AT"),
                    List.of("Zürich", "CH"),
                    List.of("Genève", "CH"),
                    List.of("Paris", "FR"),
                    List.of("Lyon", "FR"),
                    List.of("Lisboa", "PT"),
                    List.of("Porto", "PT"),
                    List.of("Madrid", "ES"),
                    List.of("Milano", "IT"),
                    List.of("København", "DK"),
                    List.of("Oslo", "NO"),
                    List.of("Stockholm", "SE"),
                    List.of("Utrecht", "NL"),
                    List.of("Gent", "BE"),
                    List.of("Kraków", "PL"),
                    List.of("Dublin", "IE"));

    /** Main categories and their parts; each part with the things sold in it. */
    static final List<List<String>> CATEGORIES =
            List.of(
                    List.of("Kitchen", "Cookware", "Pan", "Pot", "Casserole", "Wok"),
                    List.of("Kitchen", "Tableware", "Plate", "Bowl", "Mug", "Carafe"),
                    List.of("Home", "Lighting", "Lamp", "Lantern", "Candle"),
                    List.of("Home", "Textiles", "Blanket", "Cushion", "Towel", "Rug"),
                    List.of("Office", "Writing", "Notebook", "Pen", "Pencil case"),
                    List.of("Office", "Desk", "Tray", "Organiser", "Mat"),
                    List.of("Garden", "Tools", "Trowel", "Watering can", "Shears"),
                    List.of("Garden", "Pots", "Planter", "Saucer", "Hanging basket"),
                    List.of("Travel", "Bags", "Backpack", "Tote", "Pouch"));

    static final List<String> KINDS =
            List.of(
                    "Small",
                    "Large",
                    "Round",
                    "Oval",
                    "Tall",
                    "Flat",
                    "Everyday",
                    "Classic",
                    "Folding",
                    "Striped");
    static final List<String> MATERIALS =
            List.of(
                    "oak",
                    "steel",
                    "linen",
                    "wool",
                    "stoneware",
                    "copper",
                    "glass",
                    "cork",
                    "cotton",
                    "enamel",
                    "bamboo",
                    "leather");
    static final List<String> TAGS =
            List.of(
                    "new",
                    "sale",
                    "handmade",
                    "gift",
                    "fragile",
                    "recycled",
                    "limited",
                    "bestseller");
    static final List<List<String>> REVIEWS =
            List.of(
                    List.of("Broke after a week", "It looked good, but it did not last."),
                    List.of("Not what I expected", "The colour differs from the picture."),
                    List.of("It is all right", "Does what it should, no more."),
                    List.of("Good quality", "Well made, and it arrived quickly."),
                    List.of("Could not be happier", "I have bought three more as presents."));

    private ShopWords() {}
}

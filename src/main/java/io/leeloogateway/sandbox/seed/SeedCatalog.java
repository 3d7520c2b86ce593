package io.leeloogateway.sandbox.seed;

import io.leeloogateway.sandbox.state.Category;
import io.leeloogateway.sandbox.state.Channel;
import io.leeloogateway.sandbox.state.Connection;
import io.leeloogateway.sandbox.state.IdKind;
import io.leeloogateway.sandbox.state.Offer;
import io.leeloogateway.sandbox.state.PaymentAccount;
import io.leeloogateway.sandbox.state.SandboxState;
import io.leeloogateway.sandbox.state.Tag;
import io.leeloogateway.sandbox.state.Template;
import io.leeloogateway.sandbox.state.User;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;

/** Adds the objects that no call changes: tags, connections, users, templates, offers and payment accounts. */
final class SeedCatalog {

    private static final List<String> TAGS = List.of(
            "vip",
            "new",
            "webinar",
            "paid",
            "refund",
            "newsletter",
            "partner",
            "студент",
            "повторна покупка",
            "черный список",
            "événement",
            "sleeping");
    private static final List<String> USERS =
            List.of("Marta Operator", "Олег Оператор", "Lena Support", "Piotr Sales", "Дарья Поддержка", "Night Shift");
    private static final List<String> CATEGORIES = List.of("Welcome", "Orders", "Webinars", "Розсилки");

    private SeedCatalog() {}

    static void fill(SandboxState state) {
        tags(state);
        connections(state);
        users(state);
        CATEGORIES.forEach(name -> category(state, name));
        offers(state);
        for (String method : List.of(Channel.MANUAL, "WAYFORPAY", "YANDEX_MONEY", "ASSET_PAYMENT")) {
            var id = state.ids.nextId(IdKind.CREDITS);
            state.credits.addOldest(id, new PaymentAccount(id, method));
        }
    }

    private static void tags(SandboxState state) {
        for (String name : TAGS) {
            var id = state.ids.nextId(IdKind.TAG);
            state.tags.addOldest(id, new Tag(id, name));
        }
    }

    private static void connections(SandboxState state) {
        for (String type : List.of("telegram", "facebook", "viber", "vkontakte", "sms")) {
            var id = state.ids.nextId(IdKind.CONNECTION);
            state.connections.addOldest(id, new Connection(id, type, "Sandbox " + type));
        }
    }

    private static void users(SandboxState state) {
        for (String name : USERS) {
            var number = state.ids.next(IdKind.USER);
            var since = Seed.NOW.minus(Duration.ofDays(900 - 40 * number));
            state.users.addOldest(IdKind.USER.id(number), new User(IdKind.USER.id(number), name, since));
        }
    }

    private static void category(SandboxState state, String name) {
        var templates = List.of(
                template(state, name + " greeting", "Hello {{name}}!"),
                template(state, name + " reminder", "{{name}}, we begin at {{time}}."),
                template(state, name + " thanks", "Дякуємо, {{name}}!"));
        templates.forEach(template -> state.templates.addOldest(template.id(), template));
        var id = state.ids.nextId(IdKind.CATEGORY);
        state.categories.addOldest(id, new Category(id, name, templates));
    }

    private static Template template(SandboxState state, String name, String text) {
        return new Template(state.ids.nextId(IdKind.TEMPLATE), name, text);
    }

    private static void offers(SandboxState state) {
        offer(state, "Beginner course", "Eight lessons with a teacher", "100", "USD");
        offer(state, "Evening group", "Twelve evenings, once a week", "249.5", "EUR");
        offer(state, "Курс для початківців", "Вісім занять з викладачем", "3900", "UAH");
        offer(state, "Мастер-класс", "Один день, запись остается", "5400", "RUB");
        offer(state, "Consultation", "", "0", "USD");
        offer(state, "Konsultacja", "Godzina z trenerem", "320", "PLN");
    }

    private static void offer(SandboxState state, String title, String description, String price, String currency) {
        var id = state.ids.nextId(IdKind.OFFER);
        state.offers.addOldest(id, new Offer(id, title, description, new BigDecimal(price), currency));
    }
}

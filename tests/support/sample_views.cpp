// The texts are examples of length and tone, not those of the program.
#include "tests/support/sample_views.h"

#include "sync/base/utf8.h"

namespace wv::support {
namespace {

using namespace screens;
namespace v = visit;

class Maker {
 public:
  explicit Maker(Tongue tongue) : dutch_(tongue == Tongue::Dutch) {}

  Words t(const char* nl, const char* en) const { return {dutch_ ? nl : en, dutch_ ? "nl" : "en", false}; }
  // Content that exists in Dutch only.
  Words only(const char* nl) const { return {nl, "nl", !dutch_}; }
  Words plain(const char* text) const { return {text, "nl", false}; }

  View framed(const char* name, v::Screen screen, Body body) const {
    View view;
    view.name = name;
    view.screen = screen;
    view.lang = dutch_ ? "nl" : "en";
    view.spoken_title = plain(name);
    view.frame = frame();
    view.body = std::move(body);
    return view;
  }

  Frame frame() const {
    Frame f;
    f.place = plain("Wijkpunt Noord");
    f.area = plain("Tilburg · Noord");
    f.opening = {t("Open tot 17.00 uur", "Open until 17.00"), true};
    f.scroll_up = t("Omhoog", "Up");
    f.scroll_down = t("Omlaag", "Down");
    f.fallback_mark = t("alleen in het Nederlands", "only in Dutch");
    const auto item = [&](BarItem which, const char* icon, Words label, v::Action action,
                          bool enabled = true) {
      f.bar.push_back({which, icon, label, label, std::move(action), enabled, false});
    };
    item(BarItem::Restart, "restart", t("Opnieuw", "Restart"), v::StartAgain{});
    item(BarItem::Back, "back", t("Terug", "Back"), v::Back{});
    item(BarItem::Language, "language", t("Taal", "Language"), v::ShowOverlay{v::Overlay::Language});
    item(BarItem::TextSize, "text-size", t("Grootte", "Text size"), v::ShowOverlay{v::Overlay::TextSize});
    item(BarItem::Contrast, "contrast", t("Contrast", "Contrast"), v::ShowOverlay{v::Overlay::Contrast});
    item(BarItem::ReadAloud, "speak", t("Lees voor", "Read aloud"), v::Touched{}, false);
    item(BarItem::Reach, "reach", t("Lager", "Lower"), v::ToggleReach{}, false);
    item(BarItem::Help, "help", t("Hulp", "Help"), v::Open{v::Screen::Help});
    return f;
  }

  View attract() const {
    AttractView a;
    a.place = plain("Wijkpunt Noord");
    a.invitation = t("Wat gebeurt er in uw buurt?", "What is going on around you?");
    a.subtitle = t("Bekijk de wijkagenda en vertel wat u beter wilt.",
                   "See the local agenda and tell us what you want to change.");
    a.touch = t("Raak het scherm aan", "Touch the screen");
    a.touch_others = {plain(dutch_ ? "Touch the screen" : "Raak het scherm aan"), plain("Ekrana dokunun"),
                      plain("Dotknij ekranu"), plain("المس الشاشة")};
    a.today = t("Vandaag open tot 17.00 uur", "Open today until 17.00");
    a.highlight = t("In de wijkagenda: Meer groen en schaduw op de pleinen",
                    "On the agenda: More green and shade in the squares");
    a.begin = v::BeginVisit{};
    View view;
    view.name = "attract";
    view.spoken_title = a.invitation;
    view.lang = dutch_ ? "nl" : "en";
    view.body = a;
    return view;
  }

  View home(int tiles) const {
    HomeView h;
    h.greeting = t("Goedemiddag.", "Good afternoon.");
    h.picture = "beeld/noord.png";
    h.question = t("Wat wilt u doen?", "What would you like to do?");
    h.primary = {"idea", Tint::Brand, t("Geef uw idee", "Share your idea"),
                 t("Wat kan er beter in de buurt? Twee minuten, uw naam hoeft niet.",
                   "What could be better here? Two minutes, no name needed."),
                 v::GiveIdea{}};
    const Tile all[] = {
        {"agenda", Tint::Brand, t("Wijkagenda", "Local agenda"), t("6 opgaven", "6 challenges"),
         v::Open{v::Screen::Agenda}},
        {"follow", Tint::Sun, t("Volg uw idee", "Follow your idea"), t("Met uw code", "With your code"),
         v::Open{v::Screen::CodeEntry}},
        {"city", Tint::Sky, t("Andere wijken", "Other areas"),
         t("Alle gebieden van de stad", "All areas of the city"), v::Open{v::Screen::Areas}},
        {"calendar", Tint::Sky, t("Activiteiten", "Activities"), t("3 vandaag", "3 today"),
         v::Open{v::Screen::Activities}},
        {"forum", Tint::Brick, t("Ideeën uit de buurt", "Ideas from around here"), t("41 ideeën", "41 ideas"),
         v::Touched{}},
        {"team", Tint::Sky, t("Uw gebiedsteam", "Your area team"), t("Wie we zijn", "Who we are"),
         v::Open{v::Screen::Team}},
        {"map", Tint::Brand, t("Kaart", "Map"), t("Alle wijken", "All areas"), v::Touched{}},
        {"newspaper", Tint::Brick, t("Nieuws", "News"), t("En besluiten", "And decisions"), v::Touched{}},
    };
    for (int i = 0; i < tiles; ++i) h.tiles.push_back(all[i]);
    View view = framed("home", v::Screen::Home, h);
    view.frame->notices = {{t("Dit is voorbeeldinhoud. De teksten zijn verzonnen.",
                              "This is example content. The texts are made up."),
                            Tint::Sky, "info"}};
    return view;
  }

  Card card(const char* icon, Tint tint, const char* title, Words origin, Tint origin_tint, int done,
            int total, const char* id) const {
    Card c;
    c.icon = icon;
    c.tint = tint;
    c.title = only(title);
    c.badge = {origin, origin_tint, ""};
    c.done = done;
    c.total = total;
    const std::string nl = std::to_string(done) + " van " + std::to_string(total) + " acties klaar";
    const std::string en = std::to_string(done) + " of " + std::to_string(total) + " actions done";
    c.progress = t(nl.c_str(), en.c_str());
    c.action = v::OpenChallenge{{id}};
    return c;
  }

  AgendaView agenda_view() const {
    AgendaView a;
    a.title = only("Wijkagenda Noord");
    a.subtitle = t("Waar we samen aan werken. Vastgesteld in maart 2025.",
                   "What we work on together. Adopted in March 2025.");
    a.picture = "beeld/noord.png";
    a.profile = only(
        "Noord is een groene wijk met veel flats uit de jaren zestig. Er wonen jonge gezinnen en ook veel "
        "mensen die er al lang wonen. De wijk verandert: er komen nieuwe huizen bij.");
    a.facts = {{t("Inwoners", "Residents"), t("23.410 (2025)", "23,410 (2025)")},
               {t("Wethouder", "Alderman"), only("wijkwethouder Noord")},
               {t("Vastgesteld", "Adopted"), t("18 maart 2025", "18 March 2025")}};
    const char* chips[][2] = {{"Alles", "All"},         {"Groen", "Green"}, {"Verkeer", "Traffic"},
                              {"Ontmoeten", "Meeting"}, {"Veilig", "Safe"}, {"Jeugd", "Youth"}};
    for (const auto& chip : chips)
      a.themes.push_back({t(chip[0], chip[1]), v::FilterTheme{}, a.themes.empty()});
    a.cards = {
        card("tree", Tint::Brand, "Meer groen en schaduw op de pleinen", t("Van inwoners", "From residents"),
             Tint::Brand, 3, 5, "groen"),
        card("bike", Tint::Sky, "Veilig oversteken bij de scholen",
             t("Van inwoners en gemeente", "From residents and municipality"), Tint::Sky, 1, 4, "oversteken"),
        card("coffee", Tint::Brick, "Een huiskamer in elke buurt", t("Van partners", "From partners"),
             Tint::Brick, 2, 6, "huiskamer"),
        card("shield", Tint::Sun, "Prettig en veilig in het donker",
             t("Van de gemeente", "From the municipality"), Tint::Sun, 0, 3, "donker"),
        card("youth", Tint::Brand, "Jongeren doen mee", t("Van inwoners", "From residents"), Tint::Brand, 2,
             2, "jeugd")};
    a.other_areas = {
        t("Andere wijken bekijken", "See other areas"), v::Open{v::Screen::Areas}, true, {}, "city"};
    return a;
  }

  View agenda() const {
    View view = framed("agenda", v::Screen::Agenda, agenda_view());
    view.frame->notices = {{t("Dit is voorbeeldinhoud. De teksten zijn verzonnen.",
                              "This is example content. The texts are made up."),
                            Tint::Sky, "info"}};
    return view;
  }

  View areas() const {
    AreasView a;
    a.title = t("Andere wijken", "Other areas");
    a.subtitle = t("Kies een gebied om de agenda te lezen.", "Choose an area to read its agenda.");
    for (const char* name :
         {"Noord", "Oud-Noord", "Centrum", "Oost", "Zuid", "West", "Reeshof", "Berkel-Enschot en Udenhout"}) {
      const bool own = a.rows.empty();
      ListRow row{own ? "here" : "place",
                  own ? Tint::Brand : Tint::Sky,
                  plain(name),
                  t("4 wijken", "4 neighbourhoods"),
                  {},
                  v::OpenArea{{name}}};
      if (own) row.badge = Badge{t("Hier bent u nu", "You are here"), Tint::Brand, ""};
      a.rows.push_back(row);
    }
    return framed("areas", v::Screen::Areas, a);
  }

  View challenge() const {
    ChallengeView c;
    c.title = only("Meer groen en schaduw op de pleinen");
    c.icon = "tree";
    c.badges = {{t("Van inwoners", "From residents"), Tint::Brand, ""},
                {t("Groen", "Green"), Tint::Neutral, "tree"}};
    c.description = only(
        "Op warme dagen is het op de pleinen te heet. Bewoners willen meer bomen, gras en plekken om te "
        "zitten in de schaduw. We beginnen bij het Wagnerplein.");
    c.done = 3;
    c.total = 5;
    c.progress = t("3 van 5 acties klaar", "3 of 5 actions done");
    c.give_idea = {t("Geef hier uw idee over", "Share your idea on this"),
                   v::GiveIdea{model::ChallengeId{"groen"}},
                   true,
                   {},
                   "idea"};
    c.actions_title = t("Wat doen we?", "What do we do?");
    ActionCard first;
    first.title = only("Twaalf bomen op het Wagnerplein");
    first.description = only("We planten bomen die goed tegen droogte kunnen.");
    first.status = {t("Bezig", "Under way"), Tint::Sky, "status-busy"};
    first.facts = {{t("Trekker", "Lead"), only("gemeente Tilburg")},
                   {t("Samen met", "Together with"), only("de wijkraad en woningcorporaties")},
                   {t("Wanneer", "When"), t("1e kwartaal 2026", "1st quarter of 2026")}};
    first.sub_label = t("Onderdelen", "Parts");
    first.sub_actions = {
        {only("Grond onderzoeken"), {t("Klaar", "Done"), Tint::Brand, "status-done"}},
        {only("Bomen kiezen met de buurt"), {t("Gepland", "Planned"), Tint::Neutral, "status-planned"}}};
    first.updates_label = t("Laatste nieuws", "Latest news");
    first.updates = {{t("3 november 2025", "3 November 2025"),
                      only("De grond is onderzocht. Er is plek voor twaalf bomen.")}};
    ActionCard second;
    second.title = only("Geveltuinen in de Stokhasseltlaan en zijstraten");
    second.status = {t("Klaar", "Done"), Tint::Brand, "status-done"};
    second.facts = {{t("Trekker", "Lead"), only("bewonersgroep")}, {t("Wanneer", "When"), t("2025", "2025")}};
    c.actions = {first, second};
    c.list = agenda_view();
    c.list.cards.front().chosen = true;
    View view = framed("challenge", v::Screen::Challenge, c);
    return view;
  }

  static Keyboard letters(bool lower) {
    Keyboard k;
    const auto row = [&](const char* caps) {
      k.rows.emplace_back();
      std::string_view rest = caps;
      while (!rest.empty()) {
        const std::string_view before = rest;
        if (!base::next_code_point(rest)) break;
        const std::string one(before.substr(0, before.size() - rest.size()));
        k.rows.back().push_back({one, {one, "nl", false}, v::TypeText{one}, 1.0});
      }
    };
    const auto add = [&](const char* cap, const char* spoken, v::Action action, double width,
                         Key::Kind kind) {
      k.rows.back().push_back({cap, {spoken, "nl", false}, std::move(action), width, kind});
    };
    row(lower ? "qwertyuiop" : "QWERTYUIOP");
    row(lower ? "asdfghjkl’" : "ASDFGHJKL’");
    k.rows.emplace_back();
    add("Hoofd", "hoofdletters", v::PressShift{}, 1.5, Key::Kind::Function);
    for (const char* c : {"z", "x", "c", "v", "b", "n", "m"}) add(c, c, v::TypeText{c}, 1, Key::Kind::Letter);
    add("Wis", "wis een letter", v::Erase{}, 1.5, Key::Kind::Function);
    k.rows.emplace_back();
    add("123", "cijfers en tekens", v::ShowKeys{v::KeyLayer::Symbols}, 1.2, Key::Kind::Function);
    add("éëï", "letters met accenten", v::ShowKeys{v::KeyLayer::Accents}, 1.2, Key::Kind::Function);
    add(",", "komma", v::TypeText{","}, 0.8, Key::Kind::Letter);
    add("spatie", "spatie", v::TypeText{" "}, 3.6, Key::Kind::Space);
    add(".", "punt", v::TypeText{"."}, 0.8, Key::Kind::Letter);
    add("?", "vraagteken", v::TypeText{"?"}, 0.8, Key::Kind::Letter);
    add("Regel", "nieuwe regel", v::TypeText{"\n"}, 1.6, Key::Kind::Function);
    return k;
  }

  static Keyboard code_keys() {
    Keyboard k;
    for (const char* caps : {"01234567", "89ABCDEF", "GHJKMNPQ", "RSTVWXYZ"}) {
      k.rows.emplace_back();
      for (const char* c = caps; *c != 0; ++c) {
        const std::string one(1, *c);
        k.rows.back().push_back({one, {one, "nl", false}, v::TypeText{one}, 1.0});
      }
    }
    k.rows.emplace_back();
    k.rows.back().push_back(
        {"Alles wissen", {"alles wissen", "nl", false}, v::EraseAll{}, 4, Key::Kind::Function});
    k.rows.back().push_back({"Wis", {"wis", "nl", false}, v::Erase{}, 4, Key::Kind::Function});
    return k;
  }

  static Keyboard pin_keys() {
    Keyboard k;
    for (const char* caps : {"123", "456", "789"}) {
      k.rows.emplace_back();
      for (const char* c = caps; *c != 0; ++c) {
        const std::string one(1, *c);
        k.rows.back().push_back({one, {one, "nl", false}, v::TypeText{one}, 1.0});
      }
    }
    k.rows.emplace_back();
    k.rows.back().push_back({"Alles", {"alles wissen", "nl", false}, v::EraseAll{}, 1, Key::Kind::Function});
    k.rows.back().push_back({"0", {"0", "nl", false}, v::TypeText{"0"}, 1});
    k.rows.back().push_back({"Wis", {"wis", "nl", false}, v::Erase{}, 1, Key::Kind::Function});
    return k;
  }

  Steps steps(int current) const { return {current, 3, t("stap van 3", "step of 3")}; }

  View write(const std::string& typed, bool veiled) const {
    IdeaWriteView w;
    w.steps = steps(1);
    w.title = t("Wat is uw idee?", "What is your idea?");
    w.field.label = t("Uw idee", "Your idea");
    w.field.text = typed;
    w.field.caret_byte = typed.size();
    w.field.veiled = veiled;
    w.field.veil_hint = t("Raak het scherm aan om uw tekst te zien", "Touch the screen to see your text");
    w.field.placeholder = t("Begin hier te typen", "Start typing here");
    w.field.remaining = t("nog 926 tekens", "926 characters left");
    w.themes_label = t("Waar gaat het over? (niet verplicht)", "What is it about? (not required)");
    const char* chips[][2] = {{"Groen", "Green"},
                              {"Verkeer", "Traffic"},
                              {"Ontmoeten", "Meeting"},
                              {"Iets anders", "Something else"}};
    for (const auto& chip : chips)
      w.themes.push_back({t(chip[0], chip[1]), v::ChooseTheme{}, w.themes.empty()});
    w.stop = {t("Stop", "Stop"), v::StopIdea{}};
    w.next = {t("Verder", "Next"), v::Open{v::Screen::IdeaContact}};
    if (typed.empty()) {
      w.next.enabled = false;
      w.next.why_not = t("Schrijf eerst uw idee.", "Write your idea first.");
    }
    w.keyboard = letters(!typed.empty());
    return framed("idea-write", v::Screen::IdeaWrite, w);
  }

  View contact(bool by_mail) const {
    IdeaContactView c;
    c.steps = steps(2);
    c.title = t("Mogen we u iets vragen? (niet verplicht)", "May we contact you? (not required)");
    c.purpose = t("Alleen als we uw idee niet goed begrijpen.", "Only when we do not understand your idea.");
    c.retention = t("We bewaren dit apart en wissen het na een jaar. Alleen de gemeente kan het lezen.",
                    "We keep this apart and erase it after a year. Only the municipality can read it.");
    c.channels = {{t("Nee, dank u", "No, thanks"), v::ChooseChannel{v::ContactChannel::None}, !by_mail},
                  {t("E-mail", "E-mail"), v::ChooseChannel{v::ContactChannel::Email}, by_mail},
                  {t("Telefoon", "Phone"), v::ChooseChannel{v::ContactChannel::Phone}, false}};
    c.previous = {t("Vorige", "Previous"), v::Back{}};
    c.next = {t("Verder", "Next"), v::Open{v::Screen::IdeaCheck}};
    if (by_mail) {
      Field f;
      f.label = t("Uw e-mailadres", "Your e-mail address");
      f.text = "bewoner@example.nl";
      f.caret_byte = f.text.size();
      c.field = f;
      c.keyboard = letters(true);
    }
    return framed("idea-contact", v::Screen::IdeaContact, c);
  }

  View check(bool trouble) const {
    IdeaCheckView c;
    c.steps = steps(3);
    c.title = t("Klopt het zo?", "Is this right?");
    c.preview_label = t("Uw idee", "Your idea");
    c.preview.label = c.preview_label;
    c.preview.text =
        "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten. Het liefst in de "
        "schaduw, want in de zomer is het daar erg heet.";
    c.facts = {{t("Onderwerp", "Theme"), only("Groen")},
               {t("Bij", "About"), only("Meer groen en schaduw op de pleinen")},
               {t("Contact", "Contact"), t("geen", "none")}};
    c.rules_title = t("Huisregels", "House rules");
    c.rules = only(
        "Schrijf geen namen, telefoonnummers of adressen in uw idee. We laten geen ideeën zien die iemand "
        "beledigen.");
    c.previous = {t("Aanpassen", "Change"), v::Back{}};
    c.send = {t("Stuur mijn idee", "Send my idea"), v::SendIdea{}, true, {}, "send"};
    if (trouble)
      c.problem = t("Uw idee is niet bewaard: de kiosk is vol. Probeer het later nog eens.",
                    "Your idea was not kept: the kiosk is full. Please try again later.");
    return framed(trouble ? "idea-check-trouble" : "idea-check", v::Screen::IdeaCheck, c);
  }

  View thanks() const {
    IdeaThanksView th;
    th.title = t("Bewaard. Dank u wel.", "Saved. Thank you.");
    th.code_label = t("Uw code", "Your code");
    th.code = "K7QM3-TXB2F";
    th.words_label = t("of de woorden", "or the words");
    th.words = {"linde", "fiets", "brug", "mei"};
    th.qr = "Wijkvenster, Wijkpunt Noord. Code: K7QM3-TXB2F. Woorden: linde fiets brug mei.";
    th.qr_label = t("QR-code met uw code", "QR code with your code");
    th.hint = t(
        "Maak een foto of schrijf de code op. Daarmee ziet u op elk scherm wat er met uw idee gebeurt.",
        "Take a photo or write the code down. With it you can see on any screen what happens to your idea.");
    th.next_title = t("Wat gebeurt er nu?", "What happens next?");
    th.next = {{t("Uw idee staat veilig op deze kiosk", "Your idea is safe on this kiosk"),
                t("Vannacht gaat het naar de gemeente.", "Tonight it goes to the municipality."), true},
               {t("Het gebiedsteam leest het", "The area team reads it"),
                t("Binnen twee weken.", "Within two weeks."), false},
               {t("U krijgt antwoord", "You get an answer"),
                t("Hier op het scherm, met uw code.", "Here on the screen, with your code."), false}};
    th.another = {t("Nog een idee", "Another idea"), v::AnotherIdea{}};
    th.done = {t("Klaar", "Done"), v::EndVisit{}};
    return framed("idea-thanks", v::Screen::IdeaThanks, th);
  }

  View code(bool words, bool wrong) const {
    CodeEntryView c;
    c.title = t("Volg uw idee", "Follow your idea");
    c.subtitle = words ? t("Typ de vier woorden van uw code.", "Type the four words of your code.")
                       : t("Typ de code van uw papiertje of foto.", "Type the code from your note or photo.");
    c.modes = {{t("Met de code", "With the code"), v::ChooseCodeMode{v::CodeMode::Characters}, !words},
               {t("Met vier woorden", "With four words"), v::ChooseCodeMode{v::CodeMode::Words}, words}};
    c.by_words = words;
    c.field.label = t("Uw code", "Your code");
    if (words) {
      c.field.text = "linde fiets br";
      c.field.caret_byte = c.field.text.size();
    } else {
      c.slots = wrong ? "K7QM3TXB2F" : "K7QM3TX";
      c.field.remaining = wrong ? Words{} : t("nog 3 tekens", "3 characters to go");
    }
    if (wrong)
      c.field.problem = t("Deze code klopt niet. Kijk nog eens goed naar elke letter.",
                          "This code is not right. Please check each letter.");
    c.keyboard = words ? letters(true) : code_keys();
    c.look_up = {t("Zoek mijn idee", "Find my idea"), v::LookUp{}, wrong, {}, "search"};
    if (!wrong) c.look_up.why_not = t("De code heeft tien tekens.", "The code has ten characters.");
    return framed(words   ? "code-entry-words"
                  : wrong ? "code-entry-wrong"
                          : "code-entry",
                  v::Screen::CodeEntry, c);
  }

  View result(bool found) const {
    CodeResultView r;
    r.again = {t("Andere code", "Another code"), v::Back{}};
    r.home = {t("Naar het begin", "To the start"), v::Open{v::Screen::Home}};
    if (found) {
      r.title = t("Er is antwoord", "There is an answer");
      r.icon = "answer";
      r.answer_title = t("Antwoord van de gemeente", "Answer of the municipality");
      r.answer = only(
          "Dank u wel voor uw idee. We zetten in het voorjaar twee banken bij de speeltuin, onder de grote "
          "linde. "
          "De buurt mag meedenken over de plek.");
      r.steps = {{t("Ontvangen", "Received"), t("Maandag 3 november", "Monday 3 November"), true},
                 {t("Gelezen door het gebiedsteam", "Read by the area team"),
                  t("Woensdag 5 november", "Wednesday 5 November"), true},
                 {t("In de agenda", "On the agenda"), t("Vrijdag 14 november", "Friday 14 November"), true}};
    } else {
      r.title = t("We kennen deze code niet", "We do not know this code");
      r.intro =
          t("Misschien is uw idee op een andere kiosk ingeleverd en nog niet verwerkt. Probeer het morgen "
            "nog eens.",
            "Maybe your idea was left at another kiosk and has not been handled yet. Please try again "
            "tomorrow.");
      r.icon = "question";
      r.tint = Tint::Sky;
    }
    return framed(found ? "code-result" : "code-result-unknown", v::Screen::CodeResult, r);
  }

  View help() const {
    HelpView h;
    h.title = t("Hulp", "Help");
    h.sections = {
        {"touch", t("Zo werkt het", "How it works"),
         t("Raak aan wat u wilt zien. Met Terug gaat u een stap terug.",
           "Touch what you want to see. Back takes you one step back.")},
        {"idea", t("Een idee geven", "Sharing an idea"),
         t("Kies Geef uw idee en schrijf op wat u beter wilt. U krijgt een code mee.",
           "Choose Share your idea and write what you want to change. You get a code.")},
        {"privacy", t("Uw privacy", "Your privacy"),
         t("Als u weggaat, wist de kiosk wat u heeft getypt. Alleen een idee dat u stuurt, blijft bewaard.",
           "When you leave, the kiosk erases what you typed. Only an idea that you send is kept.")}};
    h.phone_label = t("Liever bellen?", "Rather call?");
    h.phone = plain("14 013");
    return framed("help", v::Screen::Help, h);
  }

  View pin(bool wrong) const {
    PinView p;
    p.title = t("Voor medewerkers", "For staff");
    p.subtitle = t("Typ de pincode van deze kiosk.", "Type the PIN of this kiosk.");
    p.typed = 3;
    if (wrong)
      p.message = t("De pincode is niet goed. Nog 3 pogingen.", "The PIN is not right. 3 tries left.");
    p.keypad = pin_keys();
    p.open = {t("Openen", "Open"), v::TryPin{}};
    p.cancel = {t("Stop", "Stop"), v::Back{}};
    return framed("pin", v::Screen::Pin, p);
  }

  View readiness() const {
    ReadinessView r;
    r.title = t("Is de kiosk klaar?", "Is the kiosk ready?");
    r.subtitle = t("Wijkpunt Noord, versie 0.1.0", "Wijkpunt Noord, version 0.1.0");
    const auto check = [&](const char* icon, Words title, Words value, Severity severity, Words hint) {
      r.checks.push_back({icon, title, value, hint, severity,
                          severity == Severity::Ok          ? t("in orde", "in order")
                          : severity == Severity::Attention ? t("let op", "attention")
                                                            : t("fout", "fault")});
    };
    check("wifi", t("Verbinding", "Connection"), t("Gisteren om 23.14 uur gelukt", "Yesterday at 23.14"),
          Severity::Ok, {});
    check("sync", t("Inhoud", "Content"),
          t("Versie 1763932800, 2 dagen oud", "Version 1763932800, 2 days old"), Severity::Attention,
          t("Vraag om een nieuwe synchronisatie.", "Ask for a new sync."));
    check("outbox", t("Ideeën te versturen", "Ideas to send"), t("3 ideeën wachten", "3 ideas wait"),
          Severity::Ok, {});
    check("disk", t("Schijf", "Disk"), t("Bijna vol: 40 MB vrij", "Nearly full: 40 MB free"), Severity::Fault,
          t("Bel de beheerder.", "Call the administrator."));
    check("clock", t("Klok", "Clock"), t("Gelijk met de centrale", "In step with the central"), Severity::Ok,
          {});
    check("screen", t("Scherm", "Screen"), t("1080 x 1920, 268 x 476 mm", "1080 x 1920, 268 x 476 mm"),
          Severity::Ok, {});
    r.sync = {t("Nu synchroniseren", "Sync now"), v::AskSync{}, true, {}, "sync"};
    r.close = {t("Sluiten", "Close"), v::Back{}};
    return framed("readiness", v::Screen::Readiness, r);
  }

  View activities() const {
    ActivitiesView a;
    a.title = t("Activiteiten", "Activities");
    a.subtitle = t("De komende twee weken", "The next two weeks");
    a.days = {{t("Vandaag, maandag 24 november", "Today, Monday 24 November"),
               {{"coffee",
                 Tint::Brick,
                 only("Koffie en ideeën"),
                 only("14.00 – 16.00 uur · Wijkpunt Noord · gratis"),
                 {},
                 v::Touched{}},
                {"calendar-cancel", Tint::Brick, only("Wandelen met de wijkregisseur"),
                 only("16.30 – 17.30 uur · start bij het Wijkpunt"),
                 Badge{t("Gaat niet door", "Cancelled"), Tint::Brick, "close"}, v::Touched{}}}},
              {t("Morgen, dinsdag 25 november", "Tomorrow, Tuesday 25 November"),
               {{"tree",
                 Tint::Brand,
                 only("Samen bomen planten"),
                 only("10.00 – 12.00 uur · Wagnerplein"),
                 {},
                 v::Touched{}}}}};
    return framed("activities", v::Screen::Activities, a);
  }

  View team() const {
    TeamView m;
    m.title = only("Gebiedsteam Noord");
    m.intro = only("Wij werken in de wijk. U kunt altijd binnenlopen met een vraag of een idee.");
    m.members_title = t("Wie kunt u spreken?", "Whom can you talk to?");
    m.members = {
        {only("Omgevingsmanager"), only("Weet alles over plannen en verbouwingen in de wijk.\n14 013")},
        {only("Wijkregisseur"), only("Helpt bij overlast en veiligheid.\n14 013")}};
    m.places_title = t("Waar vindt u ons?", "Where can you find us?");
    TeamView::PlaceCard place;
    place.name = plain("Wijkpunt Noord");
    place.address = plain("Voorbeeldstraat 1, Tilburg\n14 013");
    place.opening = {t("Open tot 17.00 uur", "Open until 17.00"), true};
    place.week = {{t("maandag", "Monday"), t("9.00 – 17.00 uur", "9.00 – 17.00")},
                  {t("dinsdag", "Tuesday"), t("9.00 – 17.00 uur", "9.00 – 17.00")},
                  {t("woensdag", "Wednesday"), t("13.00 – 17.00 uur", "13.00 – 17.00")},
                  {t("donderdag", "Thursday"), t("gesloten", "closed")}};
    place.accessibility = only("Geen drempels, een lift en een toilet voor rolstoelen.");
    m.places = {place};
    return framed("team", v::Screen::Team, m);
  }

  View with_layer(View view, const char* name, Layer layer) const {
    view.name = name;
    view.layer = std::move(layer);
    return view;
  }

  std::vector<SampleView> all() const {
    const std::string idea = "Een bankje bij de speeltuin, zodat opa’s en oma’s ook kunnen blijven zitten";
    const Button close{t("Klaar", "Done"), v::CloseOverlay{}};
    const MenuLayer language{t("Kies uw taal", "Choose your language"),
                             {{plain("Nederlands"), dutch_, v::ChooseLanguage{"nl"}},
                              {plain("English"), !dutch_, v::ChooseLanguage{"en"}}},
                             close};
    const MenuLayer size{
        t("Hoe groot wilt u de letters?", "How large should the letters be?"),
        {{t("Klein", "Small"), false, v::ChooseTextSize{v::TextSize::Small}, v::TextSize::Small},
         {t("Gewoon", "Normal"), true, v::ChooseTextSize{v::TextSize::Normal}, v::TextSize::Normal},
         {t("Groot", "Large"), false, v::ChooseTextSize{v::TextSize::Large}, v::TextSize::Large},
         {t("Grootst", "Largest"), false, v::ChooseTextSize{v::TextSize::Largest}, v::TextSize::Largest}},
        close};
    const MenuLayer contrast{
        t("Welke kleuren leest u het best?", "Which colours do you read best?"),
        {{t("Licht", "Light"), true, v::ChooseContrast{v::Contrast::Light}},
         {t("Donker", "Dark"), false, v::ChooseContrast{v::Contrast::Dark}},
         {t("Zwart op wit", "Black on white"), false, v::ChooseContrast{v::Contrast::HighOnLight}},
         {t("Wit op zwart", "White on black"), false, v::ChooseContrast{v::Contrast::HighOnDark}}},
        close};
    const StillThereLayer still{t("Bent u er nog?", "Are you still there?"),
                                t("Anders wissen we straks uw tekst en begint het scherm opnieuw.",
                                  "Otherwise we erase your text and the screen starts again."),
                                18,
                                t("nog 18 seconden", "18 seconds left"),
                                {t("Ja, ik ga door", "Yes, I go on"), v::Touched{}}};
    const ConfirmLayer away{t("Uw tekst weggooien?", "Throw your text away?"),
                            t("Wat u heeft geschreven, is dan weg.", "What you wrote will be gone."),
                            {t("Weggooien", "Throw away"), v::ThrowAwayDraft{}},
                            {t("Verder schrijven", "Go on writing"), v::CloseOverlay{}}};
    std::vector<View> views = {attract(),
                               home(8),
                               home(3),
                               agenda(),
                               areas(),
                               challenge(),
                               write(idea, false),
                               write("", false),
                               write(idea, true),
                               contact(false),
                               contact(true),
                               check(false),
                               check(true),
                               thanks(),
                               code(false, false),
                               code(false, true),
                               code(true, false),
                               result(true),
                               result(false),
                               help(),
                               pin(false),
                               pin(true),
                               readiness(),
                               activities(),
                               team(),
                               with_layer(home(3), "menu-language", language),
                               with_layer(home(3), "menu-size", size),
                               with_layer(home(3), "menu-contrast", contrast),
                               with_layer(write(idea, true), "still-there", still),
                               with_layer(write(idea, false), "throw-away", away)};
    views[2].name = "home-few";
    views[7].name = "idea-write-empty";
    views[8].name = "idea-write-veiled";
    views[10].name = "idea-contact-mail";
    views[21].name = "pin-wrong";
    std::vector<SampleView> samples;
    for (View& view : views) samples.push_back({view.name, std::move(view)});
    return samples;
  }

 private:
  bool dutch_;
};

}  // namespace

std::vector<SampleView> sample_views(Tongue tongue) {
  return Maker(tongue).all();
}

}  // namespace wv::support

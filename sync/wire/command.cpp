// Signed as a whole and read as a whole; what travels beside the signature says nothing.
#include "sync/wire/command.h"

#include "sync/base/encoding.h"
#include "sync/base/utf8.h"
#include "sync/base/uuid.h"
#include "sync/wire/jws.h"
#include "sync/wire/message.h"

namespace wv::wire {
namespace {

using base::ErrorCode;
using base::fail;
using base::Instant;

// A receipt or a time statement, signed by the same key, never passes for a command.
constexpr std::string_view command_type = "wijkvenster-opdracht";
constexpr std::size_t most_results_bytes = 64 * 1024;

constexpr Word<Deed> deeds[] = {{"synchroniseer", Deed::Synchronise},
                                {"herstart", Deed::Restart},
                                {"donker", Deed::Dark},
                                {"licht", Deed::Light},
                                {"boodschap", Deed::Notice},
                                {"beeld", Deed::Picture},
                                {"diagnose", Deed::Diagnose}};

constexpr Word<CommandOutcome> outcomes[] = {{"gedaan", CommandOutcome::Done},
                                             {"onbekend", CommandOutcome::Unknown},
                                             {"mislukt", CommandOutcome::Failed},
                                             {"te-laat", CommandOutcome::Late}};

template <class T, std::size_t N>
std::string_view word_in(const Word<T> (&words)[N], T value) {
  return std::ranges::find(words, value, &Word<T>::value)->word;
}

template <class T, std::size_t N>
std::optional<T> value_in(const Word<T> (&words)[N], std::string_view word) {
  const auto found = std::ranges::find(words, word, &Word<T>::word);
  return found == std::end(words) ? std::nullopt : std::optional(found->value);
}

Command read_command_members(Members& members) {
  Command command;
  command.id = short_text(members, "id", 36, Need::Required);
  command.kiosk.value = short_text(members, "kioskId", 36, Need::Required);
  command.deed = deed_from_word(short_text(members, "opdracht", 40, Need::Required));
  command.notice = short_text(members, "tekst", most_notice_characters * 4);
  command.last_day = members.day_if_any("laatsteDag");
  if (const auto until = members.find("tot")) command.until = until->instant();
  if (const auto at = members.find("gegevenOp", Need::Required)) command.issued_at = at->instant();
  if (const auto until = members.find("geldigTot", Need::Required)) command.expires_at = until->instant();
  return command;
}

base::Result<> check_notice(const Command& command) {
  if (command.notice.empty()) {
    if (command.last_day) return fail(ErrorCode::Invalid, "a last day says nothing without words");
    return {};
  }
  const auto& words = command.notice;
  if (base::count_code_points(words) > most_notice_characters)
    return fail(ErrorCode::Invalid, "the words are longer than " + std::to_string(most_notice_characters) +
                                        " characters; make them shorter");
  std::string_view rest = words;
  while (const auto point = base::next_code_point(rest))
    if (base::is_control(*point)) return fail(ErrorCode::Invalid, "the words have to stand on one line");
  if (!rest.empty() || base::strip(words) != words)
    return fail(ErrorCode::Invalid, "the words are blank at an end, or no UTF-8");
  if (!command.last_day) return fail(ErrorCode::Invalid, "say up to which day the words are to be shown");
  return {};
}

base::Result<> check_darkness(const Command& command) {
  if (!command.until) return fail(ErrorCode::Invalid, "say until when the panel is to be dark");
  if (*command.until <= command.issued_at)
    return fail(ErrorCode::Invalid, "the darkness is over before it begins");
  if (*command.until - command.issued_at > longest_darkness)
    return fail(ErrorCode::Invalid, "dark for more than 31 days; use the opening hours for that");
  return {};
}

}  // namespace

std::string_view deed_word(Deed deed) {
  return word_in(deeds, deed);
}
std::optional<Deed> deed_from_word(std::string_view word) {
  return value_in(deeds, word);
}
std::string_view outcome_word(CommandOutcome outcome) {
  return word_in(outcomes, outcome);
}
std::optional<CommandOutcome> outcome_from_word(std::string_view word) {
  return value_in(outcomes, word);
}

base::Result<> check(const Command& command) {
  if (!base::is_uuid(command.id)) return fail(ErrorCode::Invalid, "the id of a command is a UUID");
  if (command.expires_at <= command.issued_at ||
      command.expires_at - command.issued_at > longest_command_life)
    return fail(ErrorCode::Invalid, "a command is valid for at least a second and at most 31 days");
  if (!command.deed) return {};
  if (*command.deed != Deed::Notice && (!command.notice.empty() || command.last_day))
    return fail(ErrorCode::Invalid, "words and a last day belong to a notice alone");
  if (*command.deed != Deed::Dark && command.until)
    return fail(ErrorCode::Invalid, "an end belongs to darkness alone");
  if (*command.deed == Deed::Notice) return check_notice(command);
  if (*command.deed == Deed::Dark) return check_darkness(command);
  return {};
}

std::string sign_command(const Command& command, const base::KeyPair& key, std::string_view kid) {
  Json payload = Json::object({{"id", command.id},
                               {"kioskId", command.kiosk.value},
                               {"opdracht", command.deed ? deed_word(*command.deed) : std::string_view()},
                               {"gegevenOp", base::to_rfc3339(command.issued_at)},
                               {"geldigTot", base::to_rfc3339(command.expires_at)}});
  put(payload, "tekst", command.notice);
  put(payload, "laatsteDag", command.last_day);
  if (command.until) payload.set("tot", base::to_rfc3339(*command.until));
  return sign_jws(key, kid, command_type, base::to_text(payload));
}

base::Result<Command> open_command(std::string_view compact, const model::KioskId& kiosk,
                                   const ReceiptKey& key, Instant now) {
  WV_TRY(const Jws jws, open_jws(compact, key.key));
  if (jws.typ != command_type || jws.kid != key.kid)
    return fail(ErrorCode::Denied, "command: signed as something else, or under another key name");
  WV_TRY(Command command,
         read_message(base::as_bytes(jws.payload), 8192, Unknown::Ignored, read_command_members));
  if (command.kiosk != kiosk) return fail(ErrorCode::Denied, "command " + command.id + ": for another kiosk");
  WV_CHECK(check(command));
  if (now >= command.expires_at) return fail(ErrorCode::Unavailable, "command " + command.id + ": expired");
  if (command.issued_at > now + command_skew)
    return fail(ErrorCode::Unavailable, "command " + command.id + ": given in the future");
  return command;
}

base::Bytes to_bytes(const CommandResult& result) {
  Json json = Json::object({{"uitkomst", outcome_word(result.outcome)}});
  if (result.diagnosis) json.set("diagnose", *result.diagnosis);
  if (!result.picture.empty()) json.set("beeld", base::to_base64url(result.picture));
  return message_bytes(json);
}

base::Result<CommandResult> read_command_result(base::ByteView bytes) {
  return read_message(bytes, most_results_bytes, Unknown::Ignored, [](Members& members) {
    CommandResult result;
    result.outcome = members.choice<CommandOutcome>("uitkomst", outcomes);
    if (const auto node = members.find("diagnose")) {
      if (!node->json->members() || base::to_text(*node->json).size() > most_diagnosis_bytes)
        node->say("must be an object of at most 32 KiB");
      result.diagnosis = *node->json;
    }
    if (const auto node = members.find("beeld")) {
      auto picture = base::from_base64url(node->text());
      if (picture && !picture->empty() && picture->size() <= most_picture_bytes)
        result.picture = *std::move(picture);
      else
        node->say("must be base64url of at most 44 KiB");
    }
    return result;
  });
}

base::Bytes to_bytes(const ScreenCommands& commands) {
  Json json = Json::object({{"gedaan", array_of(commands.finished, [](const ScreenCommands::Finished& one) {
                               return Json::object({{"id", one.id}, {"uitkomst", outcome_word(one.outcome)}});
                             })}});
  if (commands.dark_until) json.set("donkerTot", base::to_rfc3339(*commands.dark_until));
  put(json, "boodschap", commands.notice);
  put(json, "laatsteDag", commands.last_day);
  return message_bytes(json);
}

base::Result<ScreenCommands> read_screen_commands(base::ByteView bytes) {
  return read_message(bytes, most_results_bytes, Unknown::Ignored, [](Members& members) {
    ScreenCommands commands;
    commands.finished = members.list("gedaan", Need::Required, [](const Node& node) {
      Members one(node);
      const auto id = short_text(one, "id", 36, Need::Required);
      return ScreenCommands::Finished{id, one.choice<CommandOutcome>("uitkomst", outcomes)};
    });
    if (const auto until = members.find("donkerTot")) commands.dark_until = until->instant();
    commands.notice = short_text(members, "boodschap", most_notice_characters * 4);
    commands.last_day = members.day_if_any("laatsteDag");
    return commands;
  });
}

}  // namespace wv::wire

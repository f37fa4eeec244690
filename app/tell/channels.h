// SPDX-License-Identifier: GPL-3.0-or-later
// By which ways news leaves this desk: a webhook, ntfy, Slack, e-mail. All are off until the person switches one on.
// The choice lies beside the record (telling.json) and belongs to it; what would let somebody else in lies in the
// keychain of the desktop, or is asked for at each start, and is never in that file. Any thread.
#pragma once

#include "app/tell/alert_rules.h"
#include "probes/net/delivery.h"

#include <filesystem>
#include <map>

namespace kpwatch {

enum class ChannelKind { Webhook, Ntfy, Slack, Mail };
inline constexpr ChannelKind channelKinds[] = {ChannelKind::Webhook, ChannelKind::Ntfy, ChannelKind::Slack,
                                               ChannelKind::Mail};
const char* nameOf(ChannelKind kind); // "webhook", as in the file

// Addresses that let whoever knows them in, and passwords. A topic of ntfy is one: "essentially a password"
// (docs.ntfy.sh/publish).
enum class SecretKind { WebhookAddress, NtfyTopic, NtfyToken, SlackAddress, MailPassword };
inline constexpr SecretKind secretKinds[] = {SecretKind::WebhookAddress, SecretKind::NtfyTopic, SecretKind::NtfyToken,
                                             SecretKind::SlackAddress, SecretKind::MailPassword};
const char* nameOf(SecretKind kind); // "webhook-address", as on the command line
std::optional<SecretKind> secretNamed(std::string_view name);
ChannelKind channelOf(SecretKind kind);
using Secrets = std::map<SecretKind, std::string>;

struct ChannelChoice {
    bool on = false;
    Gravity least = Gravity::OneSite; // hears of nothing smaller
    bool operator==(const ChannelChoice&) const = default;
};

struct Channels {
    ChannelChoice webhook, ntfy, slack, mail;
    std::string ntfyServer = "https://ntfy.sh";
    bool ntfyToken = false; // that server wants one
    std::string mailServer;
    int mailPort = 465;
    MailSafety mailSafety = MailSafety::Tls;
    std::string mailUser; // empty: nobody logs in
    std::string mailFrom;
    std::vector<std::string> mailTo;
    int holdDown_min = 10; // between two messages by the same channel, but for what cannot wait
    std::optional<QuietHours> quiet{};
    bool operator==(const Channels&) const = default;
};
inline constexpr int longestHoldDown = 240; // minutes
inline constexpr std::size_t mostRecipients = 10;

ChannelChoice& choiceOf(Channels& channels, ChannelKind kind);
const ChannelChoice& choiceOf(const Channels& channels, ChannelKind kind);
bool anyOn(const Channels& channels);

// Without which a channel cannot be used, of this kind; with all channels that are on, or of one.
std::vector<SecretKind> secretsWanted(const Channels& channels, ChannelKind kind);
// Of the channels that are on, what is not known.
std::vector<SecretKind> secretsMissing(const Channels& channels, const Secrets& secrets);

// What is wrong with what was entered for a channel; the first thing.
enum class WrongEntry {
    None,
    NoAddress,
    AddressNotSafe, // neither https, nor http to this computer
    NotOfSlack,     // an address of another kind
    NoTopic,
    TopicNotPlain, // letters, digits, - and _, up to 64 (docs.ntfy.sh)
    NoToken,
    NoServer,
    ServerNotPlain, // a name or an address alone
    ServerNotHere,  // without TLS only to this computer
    PortOutOfRange,
    NoPassword,
    NoSender,
    SenderNotPlain,
    NoRecipient,
    RecipientNotPlain,
    TooManyRecipients
};
// An address of http:// on this computer: nothing of it leaves, and no proxy would find it.
bool isPlainlyHere(std::string_view url);
WrongEntry wrongWith(const Channels& channels, const Secrets& secrets, ChannelKind kind);

// All off without a file. Throws InputError naming file and key.
Channels readChannels(const std::filesystem::path& directory);
bool channelsKept(const std::filesystem::path& directory); // whether there is a file
// Whole or not at all, readable by the person alone; makes the directory. Throws StorageError.
void writeChannels(const std::filesystem::path& directory, const Channels& channels);

} // namespace kpwatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/tell/channels.h"

#include "probes/net/address_rules.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace kpwatch {

namespace {

constexpr std::array channelNames{std::pair{ChannelKind::Webhook, "webhook"}, std::pair{ChannelKind::Ntfy, "ntfy"},
                                  std::pair{ChannelKind::Slack, "slack"}, std::pair{ChannelKind::Mail, "mail"}};
constexpr std::array secretNames{
    std::pair{SecretKind::WebhookAddress, "webhook-address"}, std::pair{SecretKind::NtfyTopic, "ntfy-topic"},
    std::pair{SecretKind::NtfyToken, "ntfy-token"}, std::pair{SecretKind::SlackAddress, "slack-address"},
    std::pair{SecretKind::MailPassword, "mail-password"}};

template <typename Kind, std::size_t Count>
const char* nameIn(const std::array<std::pair<Kind, const char*>, Count>& names, Kind kind) {
    return std::find_if(names.begin(), names.end(), [kind](const auto& each) { return each.first == kind; })->second;
}

template <typename Kind, std::size_t Count>
std::optional<Kind> named(const std::array<std::pair<Kind, const char*>, Count>& names, std::string_view name) {
    const auto* const found =
        std::find_if(names.begin(), names.end(), [name](const auto& each) { return name == each.second; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

bool isVisible(char c) { return c > ' ' && c < 0x7F; }
bool isWord(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}

constexpr std::size_t longestAddress = 1000, longestTopic = 64, longestServer = 253, longestMailbox = 254;

bool isHere(std::string_view host) {
    const std::optional<Address> address = Address::parse(host);
    return host == "localhost" || (address && address->isLoopback());
}

std::string_view hostOf(std::string_view url) {
    url.remove_prefix(url.find("://") + 3);
    url = url.substr(0, url.find_first_of("/?#"));
    if (const auto at = url.rfind('@'); at != std::string_view::npos)
        url.remove_prefix(at + 1);
    if (url.starts_with('['))
        return url.substr(1, url.find(']') - 1);
    return url.substr(0, url.find(':'));
}

WrongEntry wrongAddress(const std::string& url) {
    if (url.empty())
        return WrongEntry::NoAddress;
    const bool plain = url.size() <= longestAddress && std::ranges::all_of(url, isVisible);
    const bool safe = url.starts_with("https://") || isPlainlyHere(url);
    return plain && safe && !hostOf(url).empty() ? WrongEntry::None : WrongEntry::AddressNotSafe;
}

// One @ with something on both sides, and nothing that could begin another line or another recipient.
bool isMailbox(std::string_view text) {
    const auto at = text.find('@');
    return text.size() <= longestMailbox && at != std::string_view::npos && at > 0 && at + 1 < text.size() &&
           text.find('@', at + 1) == std::string_view::npos && std::ranges::all_of(text, isVisible) &&
           text.find_first_of("<>,;:\"\\()") == std::string_view::npos;
}

const std::string& known(const Secrets& secrets, SecretKind kind) {
    static const std::string none;
    const auto found = secrets.find(kind);
    return found == secrets.end() ? none : found->second;
}

WrongEntry wrongNtfy(const Channels& channels, const Secrets& secrets) {
    if (const WrongEntry wrong = wrongAddress(channels.ntfyServer); wrong != WrongEntry::None)
        return wrong;
    const std::string& topic = known(secrets, SecretKind::NtfyTopic);
    if (topic.empty())
        return WrongEntry::NoTopic;
    if (topic.size() > longestTopic || !std::ranges::all_of(topic, isWord))
        return WrongEntry::TopicNotPlain;
    return channels.ntfyToken && known(secrets, SecretKind::NtfyToken).empty() ? WrongEntry::NoToken : WrongEntry::None;
}

WrongEntry wrongSlack(const std::string& address) {
    const WrongEntry wrong = wrongAddress(address);
    if (wrong != WrongEntry::None || isHere(hostOf(address)))
        return wrong;
    const std::string_view host = hostOf(address); // hooks.slack.com, and that of Slack for governments
    return host.starts_with("hooks.slack") ? WrongEntry::None : WrongEntry::NotOfSlack;
}

WrongEntry wrongMailServer(const Channels& channels) {
    const std::string& server = channels.mailServer;
    if (server.empty())
        return WrongEntry::NoServer;
    const auto plain = [](char c) { return isWord(c) || c == '.' || c == ':'; };
    if (server.size() > longestServer || !std::ranges::all_of(server, plain))
        return WrongEntry::ServerNotPlain;
    if (channels.mailSafety == MailSafety::Bare && !isHere(server))
        return WrongEntry::ServerNotHere;
    return channels.mailPort < 1 || channels.mailPort > 65535 ? WrongEntry::PortOutOfRange : WrongEntry::None;
}

WrongEntry wrongMail(const Channels& channels, const Secrets& secrets) {
    if (const WrongEntry wrong = wrongMailServer(channels); wrong != WrongEntry::None)
        return wrong;
    if (!channels.mailUser.empty() && known(secrets, SecretKind::MailPassword).empty())
        return WrongEntry::NoPassword;
    if (channels.mailFrom.empty())
        return WrongEntry::NoSender;
    if (!isMailbox(channels.mailFrom))
        return WrongEntry::SenderNotPlain;
    if (channels.mailTo.empty())
        return WrongEntry::NoRecipient;
    if (channels.mailTo.size() > mostRecipients)
        return WrongEntry::TooManyRecipients;
    return std::ranges::all_of(channels.mailTo, isMailbox) ? WrongEntry::None : WrongEntry::RecipientNotPlain;
}

} // namespace

const char* nameOf(ChannelKind kind) { return nameIn(channelNames, kind); }
const char* nameOf(SecretKind kind) { return nameIn(secretNames, kind); }
std::optional<SecretKind> secretNamed(std::string_view name) { return named(secretNames, name); }

ChannelKind channelOf(SecretKind kind) {
    switch (kind) {
    case SecretKind::WebhookAddress:
        return ChannelKind::Webhook;
    case SecretKind::NtfyTopic:
    case SecretKind::NtfyToken:
        return ChannelKind::Ntfy;
    case SecretKind::SlackAddress:
        return ChannelKind::Slack;
    case SecretKind::MailPassword:
        return ChannelKind::Mail;
    }
    return ChannelKind::Webhook;
}

static ChannelChoice Channels::*memberOf(ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Webhook:
        return &Channels::webhook;
    case ChannelKind::Ntfy:
        return &Channels::ntfy;
    case ChannelKind::Slack:
        return &Channels::slack;
    case ChannelKind::Mail:
        return &Channels::mail;
    }
    return &Channels::webhook;
}
ChannelChoice& choiceOf(Channels& channels, ChannelKind kind) { return channels.*memberOf(kind); }
const ChannelChoice& choiceOf(const Channels& channels, ChannelKind kind) { return channels.*memberOf(kind); }

bool anyOn(const Channels& channels) {
    return std::ranges::any_of(channelKinds, [&](ChannelKind kind) { return choiceOf(channels, kind).on; });
}

std::vector<SecretKind> secretsWanted(const Channels& channels, ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Webhook:
        return {SecretKind::WebhookAddress};
    case ChannelKind::Slack:
        return {SecretKind::SlackAddress};
    case ChannelKind::Ntfy:
        return channels.ntfyToken ? std::vector{SecretKind::NtfyTopic, SecretKind::NtfyToken}
                                  : std::vector{SecretKind::NtfyTopic};
    case ChannelKind::Mail:
        return channels.mailUser.empty() ? std::vector<SecretKind>{} : std::vector{SecretKind::MailPassword};
    }
    return {};
}

std::vector<SecretKind> secretsMissing(const Channels& channels, const Secrets& secrets) {
    std::vector<SecretKind> missing;
    for (const ChannelKind kind : channelKinds)
        for (const SecretKind secret : secretsWanted(channels, kind))
            if (choiceOf(channels, kind).on && known(secrets, secret).empty())
                missing.push_back(secret);
    return missing;
}

bool isPlainlyHere(std::string_view url) { return url.starts_with("http://") && isHere(hostOf(url)); }

WrongEntry wrongWith(const Channels& channels, const Secrets& secrets, ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Webhook:
        return wrongAddress(known(secrets, SecretKind::WebhookAddress));
    case ChannelKind::Slack:
        return wrongSlack(known(secrets, SecretKind::SlackAddress));
    case ChannelKind::Ntfy:
        return wrongNtfy(channels, secrets);
    case ChannelKind::Mail:
        return wrongMail(channels, secrets);
    }
    return WrongEntry::None;
}

} // namespace kpwatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/channel_words.h"

#include "app/words/agreement.h"
#include "app/words/tr.h"
#include "app/words/words.h"

#include <algorithm>

namespace kpwatch {

using words::Tr;

QString channelName(ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Webhook:
        return Tr::tr("Webhook");
    case ChannelKind::Ntfy:
        return Tr::tr("ntfy");
    case ChannelKind::Slack:
        return Tr::tr("Slack");
    case ChannelKind::Mail:
        return Tr::tr("E-mail");
    }
    return {};
}

QString secretName(SecretKind kind) {
    switch (kind) {
    case SecretKind::WebhookAddress:
    case SecretKind::SlackAddress:
        return Tr::tr("its address");
    case SecretKind::NtfyTopic:
        return Tr::tr("its topic");
    case SecretKind::NtfyToken:
        return Tr::tr("its token");
    case SecretKind::MailPassword:
        return Tr::tr("its password");
    }
    return {};
}

QString whatLeaves(ChannelKind kind) {
    switch (kind) {
    case ChannelKind::Webhook:
        return Tr::tr("Sends what stopped or came back, since when, and the incident's number, as JSON to the address "
                      "you give. Whoever runs that server learns it, and this computer's address.");
    case ChannelKind::Ntfy:
        return Tr::tr("Sends the sentence and what stands beneath it to the server you name. Whoever knows the topic "
                      "reads along, and the server learns this computer's address: choose a topic nobody would guess.");
    case ChannelKind::Slack:
        return Tr::tr("Sends the sentence and what stands beneath it to one channel of your workspace (an “incoming "
                      "webhook” of Slack). Slack learns it, and this computer's address.");
    case ChannelKind::Mail:
        return Tr::tr("Sends the sentence and what stands beneath it to the recipients you name. Your mail server "
                      "learns it, and this computer's address; mail is kept where it passes.");
    }
    return {};
}

QString wayOfMessages(const WayOut& way) {
    if (std::holds_alternative<Proxy>(way))
        return Tr::tr("Messages leave %1, as the checks do; what runs on this computer is reached directly.")
            .arg(words::wayOut(way));
    return Tr::tr("Messages leave straight from this computer. While you watch through a proxy, they leave through it "
                  "as well.");
}

QString wrongEntry(WrongEntry wrong) {
    switch (wrong) {
    case WrongEntry::None:
        return {};
    case WrongEntry::NoAddress:
        return Tr::tr("Enter its address.");
    case WrongEntry::AddressNotSafe:
        return Tr::tr("The address must begin with https://; http:// is for servers on this computer.");
    case WrongEntry::NotOfSlack:
        return Tr::tr("An address of Slack begins with https://hooks.slack.com/services/. For another service use the "
                      "webhook.");
    case WrongEntry::NoTopic:
        return Tr::tr("Enter a topic.");
    case WrongEntry::TopicNotPlain:
        return Tr::tr("A topic is made of letters, digits, - and _, 64 at most.");
    case WrongEntry::NoToken:
        return Tr::tr("Enter the token, or switch off that the server wants one.");
    case WrongEntry::NoServer:
        return Tr::tr("Enter the name of your mail server, such as smtp.example.org.");
    case WrongEntry::ServerNotPlain:
        return Tr::tr("Enter the server's name alone, without // or a port.");
    case WrongEntry::ServerNotHere:
        return Tr::tr("Without encryption mail goes only to a server on this computer: enter localhost, or choose "
                      "TLS or STARTTLS.");
    case WrongEntry::PortOutOfRange:
        return Tr::tr("A port is a number from 1 to 65535: 465 for TLS, 587 for STARTTLS.");
    case WrongEntry::NoPassword:
        return Tr::tr("Enter the password, or leave the user name empty if the server wants none.");
    case WrongEntry::NoSender:
        return Tr::tr("Enter the address it is sent from.");
    case WrongEntry::SenderNotPlain:
        return Tr::tr("The sender is an address alone, such as desk@example.org.");
    case WrongEntry::NoRecipient:
        return Tr::tr("Enter at least one recipient.");
    case WrongEntry::RecipientNotPlain:
        return Tr::tr("Recipients are addresses alone, such as desk@example.org, with commas between them.");
    case WrongEntry::TooManyRecipients:
        return Tr::tr("%1 recipients at most: for more, use a mailing list.").arg(mostRecipients);
    }
    return {};
}

QString receiptClause(const Receipt& receipt) {
    const QString code = receipt.code == 0 ? QString() : QStringLiteral(" (%1)").arg(receipt.code);
    switch (receipt.why) {
    case Undelivered::None:
    case Undelivered::Stopped:
        return {};
    case Undelivered::NameUnknown:
        return Tr::tr("its server's name could not be looked up: see whether it is written right");
    case Undelivered::NotConnected:
        return Tr::tr("its server could not be connected to: see whether address and port are right");
    case Undelivered::NoAnswer:
        return Tr::tr("its server did not answer in time");
    case Undelivered::CertificateInvalid:
        return Tr::tr("its server's certificate does not hold, so nothing was sent: somebody may be in between, or the "
                      "name is not the one on the certificate");
    case Undelivered::NotEncrypted:
        return Tr::tr("its server offers no STARTTLS, so nothing was sent: try TLS, port 465");
    case Undelivered::ConnectionBroke:
        return Tr::tr("the connection to its server broke");
    case Undelivered::LoginRefused:
        return Tr::tr("its server turned the login away%1: look at user name, password or token").arg(code);
    case Undelivered::AddressUnknown:
        return Tr::tr("its server knows no such address%1: look at address or recipient").arg(code);
    case Undelivered::TurnedAway:
        return Tr::tr("its server turned the message away%1").arg(code);
    case Undelivered::Busy:
        return Tr::tr("its server takes no messages at the moment%1").arg(code);
    case Undelivered::Unusable:
        return Tr::tr("what was entered cannot be used, or something is missing");
    }
    return {};
}

QString channelState(const ChannelStatus& status) {
    QStringList said;
    if (status.troubleSince)
        said << Tr::tr("Not delivered since %1: %2.")
                    .arg(words::clockWithZone(*status.troubleSince), receiptClause(status.trouble));
    if (status.nextTry)
        said << Tr::tr("It is tried again at %1.").arg(words::clockWithZone(*status.nextTry));
    if (status.givenUp > 0)
        said << Tr::tr("Messages given up: %1.").arg(status.givenUp);
    if (said.isEmpty() && status.waiting > 0)
        said << Tr::tr("On its way…");
    if (said.isEmpty() && status.delivered)
        said << Tr::tr("Delivered at %1.").arg(words::clockWithZone(*status.delivered));
    return said.join(QLatin1Char(' '));
}

QString channelTrouble(const ChannelStatus& status) {
    if (!status.troubleSince)
        return {};
    return Tr::tr("%1: %2.").arg(channelName(status.kind), receiptClause(status.trouble));
}

QString secretsMissingSentence(const std::vector<SecretKind>& missing) {
    QStringList said;
    for (const SecretKind kind : missing)
        said << Tr::tr("%1 is switched on, but %2 is not known.").arg(channelName(channelOf(kind)), secretName(kind));
    return said.join(QLatin1Char(' '));
}

LetterItem trialMessage() {
    return {LetterKind::Trial,
            "trial",
            Gravity::OneSite,
            {},
            Tr::tr("TEST: this is how KPWatch tells you").toStdString(),
            Tr::tr("Nothing has happened: you asked for a message to try.").toStdString()};
}

} // namespace kpwatch

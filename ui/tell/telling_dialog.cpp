// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tell/telling_dialog.h"

#include "app/errors.h"
#include "app/words/words.h"
#include "ui/live/pass_wheel.h"
#include "ui/live/trouble_words.h"
#include "ui/tell/channel_words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QTimeEdit>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

constexpr QuietHours usualQuiet{22 * 60 + 30, 7 * 60};
constexpr int longestEntry = 1000;
constexpr int portOfTls = 465, portOfStartTls = 587, portOfBare = 25;

QTime timeOf(int minute) { return QTime(0, 0).addSecs(minute * 60); }
int minuteOf(const QTimeEdit& edit) { return edit.time().hour() * 60 + edit.time().minute(); }

std::string enteredIn(const QLineEdit& edit) {
    return words::cleaned(edit.text().trimmed().toStdString(), longestEntry).toStdString();
}

int usualPort(MailSafety safety) {
    switch (safety) {
    case MailSafety::Tls:
        return portOfTls;
    case MailSafety::StartTls:
        return portOfStartTls;
    case MailSafety::Bare:
        return portOfBare;
    }
    return portOfTls;
}

} // namespace

TellingDialog::TellingDialog(TellingDialogOptions options, QWidget* parent)
    : FormDialog(tr("Notifications and quiet hours"), {660, 720}, parent), m_options(std::move(options)) {
    addDesktop(list());
    addQuiet(list());
    if (m_options.channels) {
        list().addWidget(paragraph(wayOfMessages(m_options.way), Ink::Text));
        for (const ChannelKind kind : channelKinds)
            addChannel(list(), kind);
        for (const QLineEdit* const each : findChildren<QLineEdit*>())
            connect(each, &QLineEdit::textChanged, this, &TellingDialog::followEntries);
        connect(m_ntfyToken, &QCheckBox::toggled, this, &TellingDialog::followEntries);
        connect(m_mailSafety, &QComboBox::currentIndexChanged, this, &TellingDialog::followEntries);
    }
    list().addStretch(1);
    passWheels(*this);
    if (m_options.viewer)
        say(tr("Another program watches: it is that one which tells the channels, and it takes up what is chosen here "
               "when it starts next."));
    showStates();
    m_here->setFocus();
}

void TellingDialog::addDesktop(QVBoxLayout& into) {
    auto* box = new QGroupBox(tr("This desktop"));
    auto* column = new QVBoxLayout(box);
    m_here = new QCheckBox(tr("Tell me by &notifications of this desktop"), box);
    m_here->setObjectName(QStringLiteral("here"));
    m_here->setChecked(m_options.choice.here);
    column->addWidget(m_here);
    column->addWidget(
        paragraph(m_options.desktopShows
                      ? tr("One for each incident, changed in place, without a sound; of one site alone with low "
                           "urgency. Nothing leaves this computer.")
                      : tr("This desktop shows no notifications. The icon in its panel tells what goes on, or the "
                           "window's title."),
                  Ink::Text2, box));
    auto* trial = new SideButton(tr("Show one to try"), box);
    trial->setEnabled(m_options.desktopShows);
    connect(trial, &QPushButton::clicked, this, [this] { m_options.tryHere(); });
    column->addWidget(trial, 0, Qt::AlignLeft);
    into.addWidget(box);
}

void TellingDialog::addQuiet(QVBoxLayout& into) {
    auto* box = new QGroupBox(tr("When"));
    auto* form = new QFormLayout(box);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows); // of large text
    const std::optional<QuietHours>& quiet = m_options.choice.channels.quiet;
    m_quiet = new QCheckBox(tr("&Keep quiet hours"), box);
    m_quiet->setObjectName(QStringLiteral("quiet"));
    m_quiet->setChecked(quiet.has_value());
    form->addRow(m_quiet);
    const auto edit = [&](const QString& label, const QString& spoken, int minute) {
        auto* made = new QTimeEdit(timeOf(minute), box);
        made->setDisplayFormat(QStringLiteral("HH:mm"));
        made->setEnabled(quiet.has_value());
        made->setAccessibleName(spoken);
        connect(m_quiet, &QCheckBox::toggled, made, &QTimeEdit::setEnabled);
        form->addRow(label, made);
        return made;
    };
    m_from = edit(tr("&From"), tr("From, by this computer's clock"), quiet.value_or(usualQuiet).from);
    m_to = edit(tr("&To"), tr("To, by this computer's clock"), quiet.value_or(usualQuiet).to);
    QString held =
        tr("By this computer's clock. That none of the sites answers, or that the routes are gone, is told at "
           "any hour. Meanwhile all else is shown here with low urgency.");
    if (m_options.channels)
        held += QLatin1Char(' ') + tr("The channels tell it when the quiet hours are over, if it still goes on.");
    form->addRow(paragraph(held, Ink::Text2, box));
    m_holdDown = new QSpinBox(box);
    m_holdDown->setObjectName(QStringLiteral("hold-down"));
    m_holdDown->setRange(1, longestHoldDown);
    m_holdDown->setSuffix(tr(" min"));
    m_holdDown->setValue(m_options.choice.channels.holdDown_min);
    m_holdDown->setAccessibleName(tr("Minutes between two messages by one channel"));
    if (m_options.channels) {
        form->addRow(tr("&Between two messages"), m_holdDown);
        form->addRow(
            paragraph(tr("By one channel. What happens meanwhile becomes one message that tells how things are "
                         "then; only what cannot wait does not wait."),
                      Ink::Text2, box));
    } else {
        m_holdDown->hide();
    }
    into.addWidget(box);
}

QLineEdit* TellingDialog::entry(QFormLayout& form, const QString& label, const char* name, const std::string& text) {
    auto* edit = new QLineEdit(words::cleaned(text, longestEntry));
    edit->setObjectName(QLatin1String(name));
    edit->setMaxLength(longestEntry);
    form.addRow(label, edit);
    edit->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    return edit;
}

QLineEdit* TellingDialog::secret(QFormLayout& form, const QString& label, SecretKind kind) {
    const auto known = m_options.choice.secrets.find(kind);
    QLineEdit* const edit = entry(form, label, nameOf(kind), {});
    if (known != m_options.choice.secrets.end())
        edit->setText(QString::fromStdString(known->second)); // as it is: what was cleaned would be another
    edit->setEchoMode(QLineEdit::Password);
    const QString kept = m_options.keepsSecrets
                             ? tr("Kept in this desktop's keychain, and nowhere else.")
                             : tr("No keychain was found on this desktop: it is asked for at each start.");
    edit->setAccessibleDescription(kept);
    form.addRow(paragraph(kept, Ink::Text3, edit->parentWidget()));
    m_secrets[kind] = edit;
    return edit;
}

void TellingDialog::addMailEntries(QFormLayout& form) {
    const Channels& channels = m_options.choice.channels;
    m_mailTo = entry(form, tr("To"), "mail-to", {});
    QStringList to;
    for (const std::string& each : channels.mailTo)
        to << words::cleaned(each);
    m_mailTo->setText(to.join(QStringLiteral(", ")));
    m_mailFrom = entry(form, tr("From"), "mail-from", channels.mailFrom);
    m_mailServer = entry(form, tr("Mail server"), "mail-server", channels.mailServer);
    m_mailSafety = new QComboBox;
    m_mailSafety->setObjectName(QStringLiteral("mail-safety"));
    m_mailSafety->setAccessibleName(tr("How the connection is encrypted"));
    m_mailSafety->addItem(tr("TLS from the start"), static_cast<int>(MailSafety::Tls));
    m_mailSafety->addItem(tr("STARTTLS"), static_cast<int>(MailSafety::StartTls));
    m_mailSafety->addItem(tr("None; only to this computer"), static_cast<int>(MailSafety::Bare));
    m_mailSafety->setCurrentIndex(static_cast<int>(channels.mailSafety));
    form.addRow(tr("Encryption"), m_mailSafety);
    m_mailPort = new QSpinBox;
    m_mailPort->setObjectName(QStringLiteral("mail-port"));
    m_mailPort->setRange(1, 65535);
    m_mailPort->setValue(channels.mailPort);
    m_mailPort->setAccessibleName(tr("Port of the mail server"));
    form.addRow(tr("Port"), m_mailPort);
    connect(m_mailSafety, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_mailPort->setValue(usualPort(static_cast<MailSafety>(index))); });
    m_mailUser = entry(form, tr("User name"), "mail-user", channels.mailUser);
    m_mailUser->setPlaceholderText(tr("Empty if the server wants none"));
    secret(form, tr("Password"), SecretKind::MailPassword);
}

void TellingDialog::addEntries(QFormLayout& form, ChannelKind kind) {
    const Channels& channels = m_options.choice.channels;
    switch (kind) {
    case ChannelKind::Webhook:
        secret(form, tr("Address"), SecretKind::WebhookAddress)->setPlaceholderText(QStringLiteral("https://"));
        return;
    case ChannelKind::Slack:
        secret(form, tr("Address"), SecretKind::SlackAddress)
            ->setPlaceholderText(QStringLiteral("https://hooks.slack.com/services/…"));
        return;
    case ChannelKind::Ntfy:
        m_ntfyServer = entry(form, tr("Server"), "ntfy-server", channels.ntfyServer);
        secret(form, tr("Topic"), SecretKind::NtfyTopic);
        m_ntfyToken = new QCheckBox(tr("This server wants a token"));
        m_ntfyToken->setObjectName(QStringLiteral("ntfy-with-token"));
        m_ntfyToken->setChecked(channels.ntfyToken);
        form.addRow(m_ntfyToken);
        {
            QLineEdit* const token = secret(form, tr("Token"), SecretKind::NtfyToken);
            token->setEnabled(channels.ntfyToken);
            connect(m_ntfyToken, &QCheckBox::toggled, token, &QLineEdit::setEnabled);
        }
        return;
    case ChannelKind::Mail:
        addMailEntries(form);
        return;
    }
}

void TellingDialog::addChannel(QVBoxLayout& into, ChannelKind kind) {
    auto* box = new QGroupBox(channelName(kind));
    auto* form = new QFormLayout(box);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    Part part{kind};
    const ChannelChoice& choice = choiceOf(m_options.choice.channels, kind);
    part.on = new QCheckBox(tr("Tell by %1").arg(channelName(kind)), box);
    part.on->setObjectName(QLatin1String(nameOf(kind)));
    part.on->setChecked(choice.on);
    form->addRow(part.on);
    form->addRow(paragraph(whatLeaves(kind), Ink::Text2, box));
    addEntries(*form, kind);
    part.least = new QComboBox(box);
    part.least->setObjectName(QLatin1String(nameOf(kind)) + QStringLiteral("-least"));
    part.least->addItem(tr("One site and more"));
    part.least->addItem(tr("Several sites and more"));
    part.least->addItem(tr("Only that none answers, or routes are gone"));
    part.least->setCurrentIndex(static_cast<int>(choice.least)); // in the order of Gravity
    part.least->setAccessibleName(tr("What is told by %1").arg(channelName(kind)));
    form->addRow(tr("Tell of"), part.least);
    part.wrong = paragraph({}, Ink::Down, box);
    part.wrong->setObjectName(QLatin1String(nameOf(kind)) + QStringLiteral("-wrong"));
    part.wrong->hide();
    form->addRow(part.wrong);
    part.trial = new SideButton(tr("Send a test by %1").arg(channelName(kind)), box);
    part.trial->setObjectName(QLatin1String(nameOf(kind)) + QStringLiteral("-trial"));
    part.state = paragraph({}, Ink::Text, box);
    part.state->setObjectName(QLatin1String(nameOf(kind)) + QStringLiteral("-state"));
    form->addRow(part.trial);
    form->addRow(part.state);
    into.addWidget(box);
    m_parts.push_back(part);
    const std::size_t index = m_parts.size() - 1;
    connect(part.trial, &QPushButton::clicked, this, [this, index] { tryChannel(m_parts[index]); });
}

TellingChoice TellingDialog::taken() const {
    TellingChoice choice = m_options.choice;
    choice.here = m_here->isChecked();
    Channels& channels = choice.channels;
    channels.quiet =
        m_quiet->isChecked() ? std::optional(QuietHours{minuteOf(*m_from), minuteOf(*m_to)}) : std::nullopt;
    if (!m_options.channels)
        return choice;
    channels.holdDown_min = m_holdDown->value();
    for (const Part& part : m_parts)
        choiceOf(channels, part.kind) = {part.on->isChecked(), static_cast<Gravity>(part.least->currentIndex())};
    for (const auto& [kind, edit] : m_secrets)
        choice.secrets[kind] = edit->text().trimmed().toStdString();
    channels.ntfyServer = enteredIn(*m_ntfyServer);
    while (channels.ntfyServer.ends_with('/'))
        channels.ntfyServer.pop_back();
    if (channels.ntfyServer.empty())
        channels.ntfyServer = Channels().ntfyServer;
    channels.ntfyToken = m_ntfyToken->isChecked();
    channels.mailServer = enteredIn(*m_mailServer);
    channels.mailSafety = static_cast<MailSafety>(m_mailSafety->currentData().toInt());
    channels.mailPort = m_mailPort->value();
    channels.mailUser = enteredIn(*m_mailUser);
    channels.mailFrom = enteredIn(*m_mailFrom);
    channels.mailTo.clear();
    static const QRegularExpression between(QStringLiteral("[,;\\s]+"));
    for (const QString& each : m_mailTo->text().split(between, Qt::SkipEmptyParts))
        channels.mailTo.push_back(words::cleaned(each.toStdString(), longestEntry).toStdString());
    return choice;
}

QWidget* TellingDialog::fieldOf(WrongEntry wrong, ChannelKind kind) const {
    switch (wrong) {
    case WrongEntry::None:
        return nullptr;
    case WrongEntry::NoAddress:
    case WrongEntry::AddressNotSafe:
        if (kind == ChannelKind::Ntfy)
            return m_ntfyServer;
        return m_secrets.at(kind == ChannelKind::Slack ? SecretKind::SlackAddress : SecretKind::WebhookAddress);
    case WrongEntry::NotOfSlack:
        return m_secrets.at(SecretKind::SlackAddress);
    case WrongEntry::NoTopic:
    case WrongEntry::TopicNotPlain:
        return m_secrets.at(SecretKind::NtfyTopic);
    case WrongEntry::NoToken:
        return m_secrets.at(SecretKind::NtfyToken);
    case WrongEntry::NoServer:
    case WrongEntry::ServerNotPlain:
    case WrongEntry::ServerNotHere:
        return m_mailServer;
    case WrongEntry::PortOutOfRange:
        return m_mailPort;
    case WrongEntry::NoPassword:
        return m_secrets.at(SecretKind::MailPassword);
    case WrongEntry::NoSender:
    case WrongEntry::SenderNotPlain:
        return m_mailFrom;
    case WrongEntry::NoRecipient:
    case WrongEntry::RecipientNotPlain:
    case WrongEntry::TooManyRecipients:
        return m_mailTo;
    }
    return nullptr;
}

void TellingDialog::sayWrong(Part& part, const TellingChoice& choice) {
    const WrongEntry wrong = wrongWith(choice.channels, choice.secrets, part.kind);
    part.wrong->setText(wrongEntry(wrong));
    part.wrong->setVisible(wrong != WrongEntry::None);
    if (part.marked != nullptr)
        part.marked->setAccessibleDescription(part.saidOfMarked);
    part.marked = fieldOf(wrong, part.kind);
    if (part.marked == nullptr)
        return;
    part.saidOfMarked = part.marked->accessibleDescription();
    part.marked->setAccessibleDescription(part.wrong->text());
}

bool TellingDialog::isRight(Part& part, const TellingChoice& choice) {
    sayWrong(part, choice);
    if (part.marked == nullptr)
        return true;
    part.marked->setFocus();
    bringIntoView(*part.wrong);
    bringIntoView(*part.marked);
    return false;
}

// What was said to be wrong is not said any more once it is right.
void TellingDialog::followEntries() {
    const TellingChoice choice = taken();
    for (Part& part : m_parts)
        if (!part.wrong->isHidden())
            sayWrong(part, choice);
}

void TellingDialog::tryChannel(Part& part) {
    const TellingChoice choice = taken();
    if (!isRight(part, choice))
        return;
    m_options.tryOne(part.kind, choice.channels, choice.secrets);
    showStates();
}

// What came of a trial is nearer to the person than what came of messages.
void TellingDialog::refreshStates() {
    if (!m_options.channels)
        return;
    const std::vector<ChannelStatus> statuses = m_options.statuses();
    for (const Part& part : m_parts) {
        QString state = channelState(m_options.trialOf(part.kind));
        for (const ChannelStatus& status : statuses)
            if (state.isEmpty() && status.kind == part.kind)
                state = channelState(status);
        part.state->setText(state);
        part.state->setVisible(!state.isEmpty());
    }
}

void TellingDialog::accept() {
    const TellingChoice choice = taken();
    for (Part& part : m_parts) {
        if (!part.on->isChecked())
            part.wrong->hide();
        else if (!isRight(part, choice))
            return;
    }
    try {
        m_options.keep(choice);
        QDialog::accept();
    } catch (const StorageError& error) {
        say(troubleWords(error.what()));
    }
}

} // namespace kpwatch

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/keychain.h"

#include <QEventLoop>
#include <QTimer>

#include <qt6keychain/keychain.h>

namespace kpwatch {

namespace {

constexpr int longest_ms = 5000; // a keychain that is locked asks the person, who may not be there

const QString service = QStringLiteral("org.kpwatch.kpwatch");

QString keyOf(const std::string& source) { return QStringLiteral("token-") + QString::fromStdString(source); }

// False: it has not ended in time; then it is left to end by itself.
bool ended(QKeychain::Job& job) {
    QEventLoop loop;
    bool over = false;
    job.setAutoDelete(true);
    job.setInsecureFallback(false); // never into a file in plain text
    QObject::connect(&job, &QKeychain::Job::finished, &loop, [&] {
        over = true;
        loop.quit();
    });
    QTimer::singleShot(longest_ms, &loop, &QEventLoop::quit);
    job.start();
    if (!over)
        loop.exec(QEventLoop::ExcludeUserInputEvents);
    return over;
}

struct Read {
    std::optional<std::string> token;
    bool somebody = false; // there is a service: it answered
};

Read readToken(const std::string& source) {
    auto* const job = new QKeychain::ReadPasswordJob(service); // deletes itself
    job->setKey(keyOf(source));
    Read read;
    QObject::connect(job, &QKeychain::Job::finished, job, [&read, job] {
        read.somebody = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (job->error() == QKeychain::NoError)
            read.token = job->textData().toStdString();
    });
    if (!ended(*job)) {
        job->disconnect();
        return {};
    }
    return read;
}

} // namespace

bool keepsSecrets() {
    static const bool somebody = readToken(tokenSources[0]).somebody;
    return somebody;
}

Tokens keptTokens(const Sources& sources) {
    Tokens tokens;
    for (const auto& [source, on] :
         {std::pair("globalping", sources.globalping), std::pair("cloudflare-radar", sources.radar)})
        if (on && keepsSecrets())
            if (const auto token = readToken(source).token; token && !token->empty())
                tokens[source] = *token;
    return tokens;
}

Secrets keptSecrets(const Channels& channels, bool of_all) {
    Secrets secrets;
    for (const ChannelKind channel : channelKinds)
        if (of_all || choiceOf(channels, channel).on)
            for (const SecretKind kind : secretsWanted(channels, channel))
                if (keepsSecrets())
                    if (const auto secret = readToken(nameOf(kind)).token; secret && !secret->empty())
                        secrets[kind] = *secret;
    return secrets;
}

bool keepSecret(SecretKind kind, const std::string& secret) { return keepToken(nameOf(kind), secret); }

bool forgetSecrets() {
    bool forgotten = true;
    for (const SecretKind kind : secretKinds)
        forgotten = keepSecret(kind, {}) && forgotten;
    for (const char* const source : tokenSources)
        forgotten = keepToken(source, {}) && forgotten;
    return forgotten;
}

bool keepToken(const std::string& source, const std::string& token) {
    if (!keepsSecrets())
        return false;
    bool kept = false;
    const auto note = [&kept](QKeychain::Job& job) {
        QObject::connect(&job, &QKeychain::Job::finished, &job, [&kept, &job] {
            kept = job.error() == QKeychain::NoError || job.error() == QKeychain::EntryNotFound;
        });
        if (!ended(job))
            job.disconnect();
    };
    if (token.empty()) {
        auto* const job = new QKeychain::DeletePasswordJob(service);
        job->setKey(keyOf(source));
        note(*job);
        return kept;
    }
    auto* const job = new QKeychain::WritePasswordJob(service);
    job->setKey(keyOf(source));
    job->setTextData(QString::fromStdString(token));
    note(*job);
    return kept;
}

} // namespace kpwatch

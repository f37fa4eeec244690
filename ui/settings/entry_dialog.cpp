// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/entry_dialog.h"

#include "app/words/label.h"
#include "app/words/rings.h"
#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/settings/fault_words.h"
#include "ui/settings/watchlist_tree.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>

namespace kpwatch {

namespace {

constexpr int longestUrl = 2048;
constexpr const char* unproven = "unproven"; // as files say it

QString text(const std::string& typed) { return words::cleaned(typed, longestUrl); }

std::string trimmed(const QLineEdit* edit) { return edit->text().trimmed().toStdString(); }

void choose(Selector* selector, const QString& data) {
    const int index = selector->findData(data);
    selector->setCurrentIndex(index < 0 ? 0 : index);
}

// Which fields a kind of question has.
bool asks(const std::string& kind, const std::string& key) {
    if (key == "url" || key == "servers" || key == "status" || key == "text")
        return kind == "http";
    if (key == "host")
        return kind != "http";
    if (key == "port")
        return kind != "http" && kind != "ping";
    return key != "name" || kind == "dns";
}

// The field a key of the file belongs to: "targets[3].probe.resolve.servers[0]" -> "servers".
std::string lastOf(std::string key) {
    if (const std::size_t list = key.rfind('['); list != std::string::npos && key.ends_with(']'))
        key.erase(list);
    key.erase(0, key.rfind('.') == std::string::npos ? 0 : key.rfind('.') + 1);
    return key == "server" ? "host" : key == "resolve" ? "servers" : key;
}

// What no reader refuses; empty where that is what stands there mostly.
std::string soundValue(const std::string& key) {
    if (key == "url")
        return "http://175.45.176.15/";
    if (key == "host" || key == "servers")
        return "175.45.176.15";
    if (key == "label")
        return "x";
    if (key == "status")
        return "200";
    return key == "name" ? "kp" : std::string();
}

} // namespace

EntryDialog::EntryDialog(EntryDialogOptions options, QWidget* parent)
    : QDialog(parent), m_options(std::move(options)),
      m_control(m_options.place ? m_options.place->part == DraftPart::Controls : m_options.control),
      m_kind(new Selector(this)), m_place(new Selector(this)), m_type(new Selector(this)),
      m_fault(new TextLabel(13, 400, Ink::Down, this)), m_explains(m_options.place.has_value()) {
    m_before = m_options.place ? m_options.draft.entry(*m_options.place) : DraftEntry{.control = m_control};
    setWindowTitle(!m_options.place ? (m_control ? tr("Add a control") : tr("Add a target"))
                                    : (m_control ? tr("Edit a control") : tr("Edit a target")));
    resize(qMin(860, qRound(560 * textScale())), 600);
    auto* inside = new QWidget;
    auto* form = new QFormLayout(inside);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    add(*form, "label", tr("Name"), tr("As people read it"));
    if (!m_control)
        add(*form, "short", tr("Short name"), tr("For lanes and charts; empty: the name"));
    makeKinds(*form);
    makePlaces(*form);
    add(*form, "interval_s", tr("Asked every (s)"), tr("Empty: as the settings say"));
    add(*form, "timeout_s", tr("Waited for (s)"), tr("Empty: as the settings say"));
    add(*form, "id", tr("Name in files"),
        tr("Stays for ever: rows of the record are known by it. Empty: made from the name"));
    if (m_control) {
        add(*form, "status_of", tr("What is known"), tr("“unproven” until somebody has looked"));
        add(*form, "reason", tr("Why this one"), tr("Whose it is, and in which network"));
    }
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setWidget(inside);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    column->addWidget(m_fault);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->addButton(m_options.place ? tr("Change") : tr("Add"), QDialogButtonBox::AcceptRole)->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    fill();
    for (auto& [key, field] : m_fields)
        connect(field.edit, &QLineEdit::textChanged, this, [this, &field = field] {
            field.typedIn = m_typedIn = true;
            follow();
        });
    for (Selector* const each : {m_kind, m_place, m_type, m_via})
        if (each != nullptr)
            connect(each, &QComboBox::currentIndexChanged, this, &EntryDialog::follow);
    m_fields.at("label").edit->setFocus();
    follow();
}

EntryDialog::Field& EntryDialog::add(QFormLayout& form, const char* key, const QString& name, const QString& hint) {
    Field field{new QLineEdit(this), nullptr, new TextLabel(12, 400, Ink::Down, this)};
    field.edit->setObjectName(QLatin1String(key));
    field.edit->setAccessibleName(name);
    field.edit->setPlaceholderText(hint);
    field.edit->setAccessibleDescription(hint);
    field.edit->setMaxLength(longestUrl);
    field.fault->setObjectName(QStringLiteral("fault-") + QLatin1String(key));
    field.fault->setWordWrap(true);
    field.fault->hide();
    form.addRow(name, field.edit);
    field.label = form.labelForField(field.edit);
    form.addRow(field.fault);
    return m_fields.emplace(key, field).first->second;
}

void EntryDialog::makeKinds(QFormLayout& form) {
    const std::pair<QString, const char*> kinds[] = {{tr("Web page (http or https)"), "http"},
                                                     {tr("Name server (DNS)"), "dns"},
                                                     {tr("Port of a server (TCP)"), "tcp"},
                                                     {tr("Mail server (SMTP)"), "smtp"},
                                                     {tr("Ping"), "ping"},
                                                     {tr("Way there (trace)"), "trace"}};
    for (const auto& [word, kind] : kinds)
        if (!m_control || (std::string_view(kind) != "ping" && std::string_view(kind) != "trace"))
            m_kind->addItem(word, QLatin1String(kind));
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setAccessibleName(tr("What is asked"));
    form.addRow(tr("What is asked"), m_kind);
    add(form, "url", tr("Web address"), QStringLiteral("http://www.kcna.kp/"));
    add(form, "servers", tr("Its name servers"),
        tr("Addresses, between commas: 175.45.176.8, 175.45.176.9. Not for an address"));
    if (m_control) {
        add(form, "status", tr("Its status, if known"), QStringLiteral("200"));
        add(form, "text", tr("A text of the page, if known"), tr("Another answer is then somebody else's"));
    }
    add(form, "host", tr("Address"), QStringLiteral("175.45.176.15"));
    add(form, "port", tr("Port"), tr("Empty: the usual one"));
    add(form, "name", tr("Name it is asked for"), QStringLiteral("kp"));
    for (const char* const type : {"SOA", "A", "AAAA", "NS", "MX", "TXT"})
        m_type->addItem(QLatin1String(type), QLatin1String(type));
    m_type->setObjectName(QStringLiteral("type"));
    m_type->setAccessibleName(tr("Kind of record"));
    form.addRow(tr("Kind of record"), m_type);
}

void EntryDialog::makePlaces(QFormLayout& form) {
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setAccessibleName(m_control ? tr("What it tests") : tr("Belongs to"));
    if (m_control) {
        for (const Ring ring : {Ring::Line, Ring::LongHaul, Ring::TransitChina, Ring::TransitRussia, Ring::Negative})
            m_place->addItem(words::ring(ring), words::cleaned(std::string(name(ring))));
        form.addRow(m_place->accessibleName(), m_place);
        return;
    }
    for (const Site& site : m_options.draft.sites())
        m_place->addItem(tr("Site: %1").arg(words::label(site.label)), QStringLiteral("site:") + text(site.id));
    m_place->addItem(tr("A site of its own"), QStringLiteral("new"));
    m_place->addItem(tr("Name servers"), QStringLiteral("group:name-servers"));
    m_place->addItem(tr("Mail"), QStringLiteral("group:mail"));
    m_place->addItem(tr("Routers"), QStringLiteral("group:routers"));
    const QString own = QStringLiteral("group:") + text(m_before.group);
    if (!m_before.group.empty() && m_place->findData(own) < 0)
        m_place->addItem(text(m_before.group), own);
    form.addRow(m_place->accessibleName(), m_place);
    m_via = new Selector(this);
    const std::pair<QString, const char*> sides[] = {{tr("not known"), "unknown"},
                                                     {tr("via China"), "china"},
                                                     {tr("via Russia"), "russia"},
                                                     {tr("via both"), "both"}};
    for (const auto& [word, side] : sides)
        m_via->addItem(word, QLatin1String(side));
    m_via->setObjectName(QStringLiteral("via"));
    m_via->setAccessibleName(tr("Reached"));
    form.addRow(m_via->accessibleName(), m_via);
}

void EntryDialog::fill() {
    const DraftEntry& entry = m_before;
    const std::pair<const char*, const std::string&> texts[] = {
        {"label", entry.label},     {"short", entry.shortLabel},    {"url", entry.url},
        {"servers", entry.servers}, {"host", entry.host},           {"port", entry.port},
        {"name", entry.name},       {"interval_s", entry.interval}, {"timeout_s", entry.timeout},
        {"id", entry.id},           {"reason", entry.reason},       {"status", entry.expectStatus},
        {"text", entry.expectText}};
    for (const auto& [key, value] : texts)
        if (const auto found = m_fields.find(key); found != m_fields.end())
            found->second.edit->setText(text(value));
    m_fields.at("id").edit->setReadOnly(m_options.place.has_value());
    choose(m_kind, text(entry.kind));
    choose(m_type, text(entry.type));
    if (m_control) {
        choose(m_place, text(entry.ring.empty() ? "line" : entry.ring));
        m_fields.at("status_of").edit->setText(WatchlistTree::known(entry.status));
        if (!m_options.place)
            m_fields.at("status_of").edit->setText(WatchlistTree::known(unproven));
        return;
    }
    choose(m_place, !m_options.place     ? QStringLiteral("new")
                    : entry.site.empty() ? QStringLiteral("group:") + text(entry.group)
                                         : QStringLiteral("site:") + text(entry.site));
    choose(m_via, text(entry.via.empty() ? "unknown" : entry.via));
}

DraftEntry EntryDialog::typed(const Mended& mended) const {
    const auto of = [&](const char* key) {
        if (mended.contains(key))
            return soundValue(key);
        const auto found = m_fields.find(key);
        return found == m_fields.end() ? std::string() : trimmed(found->second.edit);
    };
    DraftEntry entry = m_before;
    entry.label = of("label");
    entry.shortLabel = of("short");
    entry.kind = m_kind->currentData().toString().toStdString();
    entry.url = of("url");
    entry.servers = of("servers");
    entry.host = of("host");
    if (asks(entry.kind, "port"))
        entry.port = of("port");
    else if (entry.kind != m_before.kind)
        entry.port.clear(); // a web page's is that of its name servers
    entry.name = of("name");
    entry.type = m_type->currentData().toString().toStdString();
    entry.interval = of("interval_s");
    entry.timeout = of("timeout_s");
    entry.expectStatus = of("status");
    entry.expectText = of("text");
    entry.id = of("id");
    const QString place = m_place->currentData().toString();
    if (m_control) {
        entry.status = of("status_of");
        if (entry.status == WatchlistTree::known(unproven).toStdString())
            entry.status = unproven;
        entry.reason = of("reason");
        entry.ring = place.toStdString();
        return entry;
    }
    entry.via = m_via->currentData().toString().toStdString();
    entry.site = place.startsWith(QLatin1String("site:")) ? place.mid(5).toStdString() : std::string();
    entry.group = place.startsWith(QLatin1String("group:")) ? place.mid(6).toStdString() : std::string();
    return entry;
}

WatchlistDraft EntryDialog::draft(const Mended& mended) const {
    WatchlistDraft draft = m_options.draft;
    DraftEntry entry = typed(mended);
    if (entry.id.empty())
        entry.id = draft.freeId(entry.label.empty() ? entry.host : entry.label);
    if (!m_control && entry.site.empty() && entry.group.empty()) {
        const QString host = QUrl(words::cleaned(entry.url, longestUrl)).host();
        entry.site = draft.addSite(entry.label.empty() ? entry.id : entry.label, host.toStdString());
        if (mended.contains("id") || m_fields.at("id").edit->text().trimmed().isEmpty())
            entry.id = draft.freeId(entry.id + "-" + entry.kind);
    }
    (void)draft.put(entry, m_options.place);
    return draft;
}

void EntryDialog::showField(const char* key, bool shown) {
    const auto found = m_fields.find(key);
    if (found == m_fields.end())
        return;
    found->second.edit->setVisible(shown);
    found->second.label->setVisible(shown);
}

std::string EntryDialog::fieldOf(const DraftFault& fault, const WatchlistDraft& list) const {
    if (isOf(fault, m_at))
        return lastOf(fault.key);
    // A site of its own is made from the name and the web address.
    const std::size_t last = list.sites().size();
    if (last > m_options.draft.sites().size() && fault.key.starts_with("sites[" + std::to_string(last - 1) + "]"))
        return fault.key.ends_with(".host") ? "url" : "label";
    return {};
}

std::optional<DraftFault> EntryDialog::follow() {
    const std::string kind = m_kind->currentData().toString().toStdString();
    for (const char* const key : {"url", "servers", "status", "text", "host", "port", "name"})
        showField(key, asks(kind, key));
    m_type->setVisible(kind == "dns");
    if (auto* const form = qobject_cast<QFormLayout*>(m_type->parentWidget()->layout()))
        form->labelForField(m_type)->setVisible(kind == "dns");
    WatchlistDraft list = draft();
    const DraftPart part = m_control ? DraftPart::Controls : DraftPart::Targets;
    m_at = m_options.place.value_or(DraftPlace{part, list.count(part) - 1});
    const std::optional<DraftFault> first = faultOf(list, m_options.settings);
    std::optional<DraftFault> fault = first;
    std::map<std::string, DraftFault> beside;
    for (Mended mended; fault; fault = faultOf(list, m_options.settings)) { // the reader tells one at a time
        const std::string named = fieldOf(*fault, list);
        const auto field = m_fields.find(named);
        if (field == m_fields.end() || field->second.edit->isHidden() || !mended.insert(named).second)
            break;
        beside.emplace(named, *fault);
        list = draft(mended);
    }
    for (const auto& [key, field] : m_fields) {
        const auto its = beside.find(key);
        const bool said = its != beside.end() && (m_explains || field.typedIn);
        field.fault->setText(said ? faultInForm(its->second, field.edit->accessibleName()) : QString());
        field.fault->setVisible(said);
        field.edit->setAccessibleDescription(said ? field.fault->text() : field.edit->placeholderText());
    }
    const bool said = fault && (m_explains || m_typedIn);
    m_fault->setText(!said ? QString() : isOf(*fault, m_at) ? faultInForm(*fault, {}) : faultInList(*fault, list));
    m_fault->setVisible(said);
    return first;
}

void EntryDialog::accept() {
    m_explains = true;
    const std::optional<DraftFault> fault = follow();
    if (!fault) {
        QDialog::accept();
        return;
    }
    if (const auto field = m_fields.find(fieldOf(*fault, draft())); field != m_fields.end())
        field->second.edit->setFocus();
}

} // namespace kpwatch

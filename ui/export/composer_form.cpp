// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/composer_form.h"

#include "app/words/words.h"
#include "ui/live/controls.h"
#include "ui/live/switch.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>

namespace kpwatch {

namespace {

QString wordOf(ChartKind kind) {
    switch (kind) {
    case ChartKind::Lanes:
        return ComposerForm::tr("Who answered when");
    case ChartKind::Order:
        return ComposerForm::tr("What stopped answering first");
    case ChartKind::ResponseTimes:
        return ComposerForm::tr("Response time");
    }
    return {};
}

QString wordOf(Eye eye) {
    switch (eye) {
    case Eye::All:
        return ComposerForm::tr("With all colours");
    case Eye::Grey:
        return ComposerForm::tr("In grey");
    case Eye::Protan:
        return ComposerForm::tr("Without red cones");
    case Eye::Deutan:
        return ComposerForm::tr("Without green cones");
    case Eye::Tritan:
        return ComposerForm::tr("Without blue cones");
    }
    return {};
}

constexpr int custom = -1; // data of the size that is typed

} // namespace

QString ComposerForm::Field::said() const { return byHand ? edit->toPlainText().simplified() : QString(); }

ComposerForm::ComposerForm(const ChartSource& source, const ChartStyle& style, QWidget* parent)
    : QWidget(parent), m_style(style), m_column(new QVBoxLayout(this)), m_choices(new QGridLayout) {
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    m_column->setContentsMargins(24, 24, 24, 8);
    m_column->setSpacing(6);
    auto* title = new TextLabel(18, 600, Ink::Text, this);
    title->setText(tr("Export chart"));
    m_column->addWidget(title);
    m_choices->setHorizontalSpacing(10);
    m_choices->setVerticalSpacing(6);
    m_choices->setColumnStretch(1, 1);
    m_column->addLayout(m_choices);
    makeKinds(source);
    makeSizes();
    makeFormats();
    makeShown(source);
    makeField(m_headline, tr("Headline"), 2);
    makeField(m_standfirst, tr("Standfirst"), 3);
    makeField(m_alt, tr("Alt text"), 4);
    makeLooks();
    makeSource();
    auto* always = new TextLabel(12, 400, Ink::Text3, this);
    always->setWordWrap(true);
    always->setText(tr("Always on the chart: source line, gaps in the record, legend, time zones. They cannot be "
                       "switched off."));
    m_column->addSpacing(8);
    m_column->addWidget(always);
    m_column->addStretch(1);
}

TextLabel* ComposerForm::caption(const QString& text) {
    auto* label = new TextLabel(12, 600, Ink::Text2, this);
    label->setWordWrap(true);
    label->setText(text);
    m_column->addSpacing(8);
    m_column->addWidget(label);
    return label;
}

void ComposerForm::addChoice(Selector& choice, const QString& name) {
    auto* label = new TextLabel(12, 600, Ink::Text2, this);
    label->setText(name);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    choice.setAccessibleName(name);
    const int row = m_choices->rowCount();
    m_choices->addWidget(label, row, 0);
    m_choices->addWidget(&choice, row, 1);
}

void ComposerForm::makeKinds(const ChartSource& source) {
    std::vector<ChartKind> kinds;
    for (const ChartKind each : {ChartKind::Lanes, ChartKind::Order, ChartKind::ResponseTimes})
        if (source.has(each))
            kinds.push_back(each);
    if (kinds.size() < 2)
        return;
    m_kinds = new Selector(this);
    m_kinds->setObjectName(QStringLiteral("kind"));
    for (const ChartKind each : kinds)
        m_kinds->addItem(wordOf(each), static_cast<int>(each));
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &ComposerForm::changed);
    addChoice(*m_kinds, tr("Chart"));
}

ChartKind ComposerForm::kind() const {
    return m_kinds == nullptr ? ChartKind::Lanes : static_cast<ChartKind>(m_kinds->currentData().toInt());
}

void ComposerForm::makeSizes() {
    m_sizes = new Selector(this);
    m_sizes->setObjectName(QStringLiteral("size"));
    const bool named = ChartPreset::named(m_style.preset) != nullptr;
    for (const ChartPreset& preset : ChartPreset::all()) {
        m_sizes->addItem(presetLabel(preset));
        if (preset.id == m_style.preset)
            m_sizes->setCurrentIndex(m_sizes->count() - 1);
    }
    m_sizes->addItem(tr("Custom…"), custom);
    m_custom = new QLineEdit(named ? QStringLiteral("1200x800") : words::cleaned(m_style.preset), this);
    m_custom->setObjectName(QStringLiteral("custom"));
    m_custom->setAccessibleName(tr("Width and height in pixels"));
    m_custom->setFont(kpwatch::font(13));
    m_custom->setVisible(!named);
    if (!named)
        m_sizes->setCurrentIndex(m_sizes->count() - 1);
    m_refused = new TextLabel(12, 400, Ink::Down, this);
    m_refused->setWordWrap(true);
    m_refused->hide();
    connect(m_sizes, &QComboBox::currentIndexChanged, this, &ComposerForm::chooseSize);
    connect(m_custom, &QLineEdit::textChanged, this, &ComposerForm::chooseSize);
    auto* scales = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    for (const int scale : {1, 2}) {
        auto* button = new Button(tr("%1 ×").arg(scale), ButtonKind::Segment, this);
        button->setObjectName(QStringLiteral("scale-%1").arg(scale));
        button->setCheckable(true);
        button->setChecked(qRound(m_style.scale) == scale);
        connect(button, &QAbstractButton::clicked, this, [this, scale] {
            m_style.scale = scale;
            Q_EMIT changed();
        });
        group->addButton(button);
        scales->addWidget(button);
    }
    addChoice(*m_sizes, tr("Size"));
    m_choices->addWidget(m_custom, m_choices->rowCount(), 1);
    m_choices->addWidget(m_refused, m_choices->rowCount(), 1);
    m_choices->addLayout(scales, m_choices->rowCount(), 1);
}

void ComposerForm::chooseSize() {
    const int index = m_sizes->currentIndex();
    const bool own = index >= static_cast<int>(ChartPreset::all().size());
    m_custom->setVisible(own);
    const std::string wanted = own ? m_custom->text()
                                         .simplified()
                                         .remove(QLatin1Char(' '))
                                         .replace(QChar(0xD7), QLatin1Char('x'))
                                         .toStdString()
                                   : std::string(ChartPreset::all()[static_cast<std::size_t>(index)].id);
    const bool possible = ChartPreset::of(wanted).has_value();
    m_refused->setText(tr("Write it as 1200x800: 600 to 6000 pixels a side, none more than three times the other."));
    m_refused->setVisible(!possible);
    if (possible)
        m_style.preset = wanted;
    Q_EMIT changed();
}

void ComposerForm::makeFormats() {
    auto* formats = new Selector(this);
    formats->setObjectName(QStringLiteral("format"));
    struct Choice {
        QString word;
        ChartFormat format;
        bool outlines;
    };
    const std::vector<Choice> choices{{tr("PNG"), ChartFormat::Png, false},
                                      {tr("SVG, text can be edited"), ChartFormat::Svg, false},
                                      {tr("SVG, text as shapes"), ChartFormat::Svg, true},
                                      {tr("PDF"), ChartFormat::Pdf, false},
                                      {tr("CSV, a row a stretch"), ChartFormat::Csv, false},
                                      {tr("CSV for Datawrapper"), ChartFormat::Datawrapper, false}};
    for (const Choice& choice : choices) {
        formats->addItem(choice.word);
        if (choice.format == m_style.format &&
            (choice.format != ChartFormat::Svg || choice.outlines == m_style.outlines))
            formats->setCurrentIndex(formats->count() - 1);
    }
    connect(formats, &QComboBox::currentIndexChanged, this, [this, choices](int index) {
        const Choice& choice = choices[static_cast<std::size_t>(index)];
        m_style.format = choice.format;
        m_style.outlines = choice.outlines;
        Q_EMIT changed();
    });
    addChoice(*formats, tr("Format"));
}

void ComposerForm::makeField(Field& field, const QString& name, int lines) {
    caption(name);
    auto* edit = new QPlainTextEdit(this);
    edit->setAccessibleName(name);
    edit->setTabChangesFocus(true);
    edit->setFont(kpwatch::font(13));
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 22);
    connect(edit, &QPlainTextEdit::textChanged, this, [this, &field] {
        field.byHand = !field.edit->toPlainText().isEmpty(); // emptied: suggested again
        Q_EMIT changed();
    });
    field.edit = edit;
    m_column->addWidget(edit);
}

void ComposerForm::suggest(const QString& headline, const QString& standfirst, const QString& alt) {
    for (const auto& [field, text] :
         {std::pair(&m_headline, headline), std::pair(&m_standfirst, standfirst), std::pair(&m_alt, alt)}) {
        if (field->byHand || field->edit->toPlainText() == text)
            continue;
        if (field->edit->hasFocus() && field->edit->toPlainText().isEmpty()) {
            field->edit->setPlaceholderText(text); // whoever empties it is about to write
            continue;
        }
        const QSignalBlocker quiet(field->edit);
        field->edit->setPlainText(text);
    }
}

QString ComposerForm::headline() const { return m_headline.said(); }
QString ComposerForm::standfirst() const { return m_standfirst.said(); }
QString ComposerForm::alt() const { return m_alt.said(); }
void ComposerForm::focusHeadline() const { m_headline.edit->setFocus(); }

void ComposerForm::makeLooks() {
    caption(tr("Theme of the chart"));
    auto* themes = new QHBoxLayout;
    auto* group = new QButtonGroup(this);
    for (const bool dark : {false, true}) {
        auto* button = new Button(dark ? tr("Dark") : tr("Light"), ButtonKind::Segment, this);
        button->setCheckable(true);
        button->setChecked(m_style.dark == dark);
        connect(button, &QAbstractButton::clicked, this, [this, dark] {
            m_style.dark = dark;
            Q_EMIT changed();
        });
        group->addButton(button);
        themes->addWidget(button);
    }
    m_column->addLayout(themes);
    caption(tr("Preview as seen"));
    m_eyes = new Selector(this);
    m_eyes->setObjectName(QStringLiteral("eye"));
    m_eyes->setAccessibleName(tr("Preview as seen"));
    for (const Eye each : eyes)
        m_eyes->addItem(wordOf(each), static_cast<int>(each));
    connect(m_eyes, &QComboBox::currentIndexChanged, this, &ComposerForm::changed);
    m_column->addWidget(m_eyes);
}

void ComposerForm::makeShown(const ChartSource& source) {
    caption(tr("Show"));
    const auto add = [&](const QString& text, bool ChartStyle::*member) {
        QAbstractButton* const button = makeSwitch(text, member);
        m_column->addWidget(button);
        if (m_kinds != nullptr) // an order has no lanes
            connect(m_kinds, &QComboBox::currentIndexChanged, button,
                    [this, button] { button->setEnabled(kind() != ChartKind::Order); });
    };
    add(tr("What carries the sites, and our own line"), &ChartStyle::carriers);
    if (source.hasRoutes())
        add(tr("Routes there, as others see them"), &ChartStyle::routes);
    add(tr("Total time without answer"), &ChartStyle::totals);
}

Eye ComposerForm::eye() const { return static_cast<Eye>(m_eyes->currentData().toInt()); }

QAbstractButton* ComposerForm::makeSwitch(const QString& text, bool ChartStyle::*member) {
    auto* button = new Switch(text, this);
    button->setChecked(m_style.*member);
    connect(button, &QAbstractButton::toggled, this, [this, member](bool on) {
        m_style.*member = on;
        Q_EMIT changed();
    });
    return button;
}

QLineEdit* ComposerForm::makeLine(const QString& name, const QString& hint, QString ChartStyle::*member) {
    caption(name);
    constexpr int longest = 80;
    auto* line = new QLineEdit(m_style.*member, this);
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(longest);
    line->setFont(kpwatch::font(13));
    connect(line, &QLineEdit::textChanged, this, [this, member](const QString& text) {
        m_style.*member = text.simplified();
        Q_EMIT changed();
    });
    m_column->addWidget(line);
    return line;
}

void ComposerForm::makeSource() {
    makeLine(tr("Newsroom, for the source line"), tr("The Courier"), &ChartStyle::newsroom);
    makeLine(tr("Checked from (can give away where you are)"), tr("one computer"), &ChartStyle::place);
    auto* row = new QHBoxLayout;
    auto* choose = new Button(tr("Logo…"), ButtonKind::Plain, this);
    auto* none = new Button(tr("No logo"), ButtonKind::Plain, this);
    connect(choose, &QAbstractButton::clicked, this, &ComposerForm::logoWanted);
    connect(none, &QAbstractButton::clicked, this, [this] { setLogo({}); });
    row->addWidget(choose);
    row->addWidget(none);
    row->addStretch();
    m_column->addSpacing(8);
    m_column->addLayout(row);
}

void ComposerForm::setLogo(const QString& file) {
    m_style.logo = file;
    Q_EMIT changed();
}

} // namespace kpwatch

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>kontor::ui::CardFieldsPane</name>
    <message numerus="yes">
        <source>Add field (%n empty)</source>
        <translation>
            <numerusform>Add field (%n empty)</numerusform><numerusform>Add field (%n empty)</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardHeader</name>
    <message numerus="yes">
        <source>12 months: %1 in %n purchase(s)</source>
        <translation>
            <numerusform>12 months: %1 in %n purchase</numerusform><numerusform>12 months: %1 in %n purchases</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::CardLinksModel</name>
    <message numerus="yes">
        <source>%n purchase(s)</source>
        <translation>
            <numerusform>%n purchase</numerusform><numerusform>%n purchases</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerListModel</name>
    <message numerus="yes">
        <source>%Ln purchase(s) in the last 12 months</source>
        <translation>
            <numerusform>%Ln purchase in the last 12 months</numerusform><numerusform>%Ln purchases in the last 12 months</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomerListPanel</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform><numerusform>%Ln customers</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln customer(s) copied</source>
        <translation>
            <numerusform>%Ln customer copied</numerusform><numerusform>%Ln customers copied</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::CustomersPage</name>
    <message numerus="yes">
        <source>%Ln customer(s) moved to the trash</source>
        <translation>
            <numerusform>%Ln customer moved to the trash</numerusform><numerusform>%Ln customers moved to the trash</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::FindBox</name>
    <message numerus="yes">
        <source>%Ln found</source>
        <translation>
            <numerusform>%Ln found</numerusform><numerusform>%Ln found</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The first %Ln</source>
        <translation>
            <numerusform>The first %Ln</numerusform><numerusform>The first %Ln</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::Formats</name>
    <message numerus="yes">
        <source>%Ln day(s) ago</source>
        <translation>
            <numerusform>%Ln day ago</numerusform><numerusform>%Ln days ago</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s) late</source>
        <translation>
            <numerusform>%Ln day late</numerusform><numerusform>%Ln days late</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::LiveSide</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform><numerusform>%Ln customers</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::MainWindow</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform><numerusform>%Ln customers</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::MiniCard</name>
    <message numerus="yes">
        <source>%1 in %Ln purchase(s), 12 months</source>
        <translation>
            <numerusform>%1 in %Ln purchase, 12 months</numerusform><numerusform>%1 in %Ln purchases, 12 months</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::SegmentListModel</name>
    <message numerus="yes">
        <source>%Ln customer(s)</source>
        <translation>
            <numerusform>%Ln customer</numerusform><numerusform>%Ln customers</numerusform></translation>
    </message>
</context>
<context>
    <name>kontor::ui::SegmentsPage</name>
    <message numerus="yes">
        <source>The segment “%1” is saved without %n unfinished line(s).</source>
        <translation>
            <numerusform>The segment “%1” is saved without %n unfinished line.</numerusform><numerusform>The segment “%1” is saved without %n unfinished lines.</numerusform></translation>
    </message>
</context>
</TS>

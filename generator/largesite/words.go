package largesite

import "strings"

// lines returns the lines of a list.
func lines(list string) []string {
	var all []string
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" {
			all = append(all, line)
		}
	}
	return all
}

var controls = strings.Fields(`A.5.1 A.5.2 A.5.3 A.5.4 A.5.5 A.5.6 A.5.7 A.5.8 A.5.9 A.5.10 A.5.11 A.5.12 A.5.13 A.5.14 A.5.15 A.5.16
	A.5.17 A.5.18 A.5.19 A.5.20 A.5.21 A.5.22 A.5.23 A.5.24 A.5.25 A.5.26 A.5.27 A.5.28 A.5.29 A.5.30 A.5.31 A.5.32 A.5.33 A.5.34 A.5.35
	A.5.36 A.5.37 A.6.1 A.6.2 A.6.3 A.6.4 A.6.5 A.6.6 A.6.7 A.6.8 A.7.1 A.7.2 A.7.3 A.7.4 A.7.5 A.7.6 A.7.7 A.7.8 A.7.9 A.7.10 A.7.11
	A.7.12 A.7.13 A.7.14 A.8.1 A.8.2 A.8.3 A.8.4 A.8.5 A.8.6 A.8.7 A.8.8 A.8.9 A.8.10 A.8.11 A.8.12 A.8.13 A.8.14 A.8.15 A.8.16 A.8.17
	A.8.18 A.8.19 A.8.20 A.8.21 A.8.22 A.8.23 A.8.24 A.8.25 A.8.26 A.8.27 A.8.28 A.8.29 A.8.30 A.8.31 A.8.32 A.8.33 A.8.34`)

var clauses = strings.Fields(`4.1 4.2 4.3 5.1 5.2 5.3 6.1.2 6.1.3 6.2 6.3 7.1 7.2 7.3 7.4 7.5.1 7.5.2 7.5.3 8.1 8.2 8.3 9.1 9.2.1 9.2.2 9.3.2 10.1 10.2`)

var roles = lines(`
	Managing Director
	Chief Technology Officer
	Chief Financial Officer
	Head of Security
	Data Protection Officer
	Head of Platform
	Head of Engineering
	Head of People
	Procurement Lead
	Facilities Manager
	Service Desk Lead
	Network Lead
	Database Lead
	Internal Audit Lead
	Legal Counsel
	Customer Support Lead
	Quality Manager
	Warehouse Systems Lead
	Continuity Manager
	Communications Lead
	Terminal Operations Manager
	Customs Systems Lead
	Workplace Lead
	Test Manager
`)

// words are what can stand in the gaps of sentences.
var words = map[string][]string{
	"thing": lines(`
		access rights
		administrator accounts
		backup copies
		badge readers
		booking data
		build pipelines
		carrier interfaces
		certificates and keys
		change requests
		cold-storage sensors
		configuration baselines
		container images
		contracts with carriers
		customer exports
		customs declarations
		database replicas
		delivery notes
		desktop images
		disaster scenarios
		driver records
		encryption keys
		firewall rules
		gate terminals
		guest networks
		handheld scanners
		incident tickets
		integration accounts
		invoice archives
		laptops
		licences
		log files
		mail gateways
		maintenance windows
		mobile phones
		monitoring alarms
		network segments
		on-call rotas
		payment files
		personnel files
		print rooms
		privileged sessions
		release notes
		removable media
		restore tests
		route plans
		scanned waybills
		server rooms
		service accounts
		shared mailboxes
		signing keys
		software packages
		source code
		storage volumes
		supplier accounts
		test data
		tracking events
		training records
		vehicle trackers
		virtual machines
		visitor lists
		vulnerability reports
		warehouse robots
		web front ends
		wireless networks
	`),
	"place": lines(`
		Aarhus depot
		Antwerp terminal
		Barcelona office
		Basel data hall
		Bilbao depot
		Bremen terminal
		Brno engineering
		central purchasing
		contract logistics
		customer service
		customs brokerage
		finance and invoicing
		fleet management
		Gdańsk terminal
		Ghent warehouse
		Gothenburg terminal
		group functions
		Hamburg terminal
		the inland shipping unit
		Kraków service desk
		Le Havre terminal
		Leipzig hub
		Lille warehouse
		Lyon hub
		Malmö depot
		the mobile workforce
		Nantes depot
		Oslo office
		parcel operations
		people and culture
		Porto engineering
		Poznań warehouse
		rail freight
		road freight
		Rotterdam terminal
		the sales organization
		shared platforms
		the staging environment
		Szczecin depot
		the temperature-controlled unit
		Trieste terminal
		Utrecht headquarters
		Valencia terminal
		Vilnius office
		Wrocław engineering
		Zeebrugge terminal
	`),
	"site": lines(`
		Frankfurt, copies in Dublin
		Basel, two halls
		Utrecht headquarters
		all depots north of the Elbe
		the terminals, each for itself
		a provider in the Netherlands
		Brno and Porto
		Gdańsk, with a line to Bremen
	`),
	"event": lines(`
		loss of a laptop
		a forged payment instruction
		failure of a region
		a leaked service password
		a flood in the cable cellar
		theft from a parked lorry
		an unpatched gateway
		a wrong recipient
		misuse of an administrator account
		an interrupted backup
		ransomware on the file servers
		a phishing wave
		an expired certificate
		a supplier's bankruptcy
		an unnoticed configuration drift
		a faulty release
		overload at quarter end
		tailgating at the gate
		a lost badge
		deletion of the wrong records
		an unlogged change
		a strike of the maintenance contractor
		a stolen phone
		spoofed tracking messages
		a power cut of several hours
		disclosure of rates to a competitor
	`),
	"review": lines(`
		approval
		assignment
		backup
		classification
		commissioning
		control
		disposal
		handling
		hardening
		inspection
		labelling
		management
		monitoring
		protection
		recovery
		registration
		review
		rotation
		segregation
		storage
		testing
		transfer
		use
		withdrawal
	`),
	"verb": lines(`
		approve
		archive
		check
		compare
		confirm
		count
		document
		encrypt
		hand over
		inspect
		isolate
		lock
		record
		release
		renew
		replace
		restore
		review
		sample
		seal
		test
		withdraw
	`),
	"record": lines(`
		access review
		approval ticket
		change record
		delivery protocol
		destruction certificate
		exercise report
		export of the directory
		handover form
		inspection sheet
		key ceremony protocol
		minutes of the change board
		monthly capacity report
		penetration test report
		restore protocol
		scanner result
		signed checklist
		training list
		visitor register
	`),
	"store": lines(`
		the evidence archive, by year and control
		the ticket system, project “Controls”
		the personnel files
		the facility log at the gate
		the signed volume of the platform team
		the contract database
	`),
	"service": lines(`
		hosting
		cable maintenance
		cleaning and waste
		courier service
		document destruction
		e-mail delivery
		endpoint protection
		fleet telematics
		guarding
		identity provider
		key custody
		line provider
		payroll
		penetration tests
		scanning of waybills
		translation
	`),
	"interval": lines(`
		each working day
		every Monday
		every month
		every quarter
		twice a year
		once a year
		within two days
		before each release
		after each change
		at the end of a contract
	`),
	"span":   lines("4 hours\n24 hours\n2 working days\n5 working days\n14 days\n30 days\n90 days\n12 months\n24 months\n3 years\n7 years\n10 years"),
	"number": lines("two\nthree\nfour\nfive\nsix\nten\ntwelve\ntwenty"),
	"who":    append(lines("the shift leader\nthe owner\nthe requester\nthe custodian\nwhoever is on call\na second person\nthe duty engineer"), roles...),
}

var purposes = lines(`
	it says how {place} handles {thing}, and who may decide otherwise
	{thing} carry data of customers who have never met us, so {place} treats them as confidential from the first day
	this holds for everybody who works with {thing}, whether employed by {place} or by a contractor
	without {thing} the work of {place} stops within {span}
	{place} relies on {thing} that others run, and keeps a list of them together with {thing}
	the text replaces the local rules that {place} and {place} had until last year
	it covers {thing} from the order to the disposal, and leaves {thing} to a text of their own
	used by {place} for {thing}; about {number} teams depend on it
	{thing} that are older than {span} are out of scope once the {who} has agreed
`)

var threats = lines(`
	{event} would reach {thing} before anybody at {place} noticed
	because of {event}, {thing} could become unusable and orders would have to be taken by telephone for {span}
	the most likely cause is {event}; the worst one is {event}
	after {event} at {place} it took {span} until {thing} could be trusted again
	somebody who wants to harm {place} would begin with {thing}, as {event} has shown
	{event} combined with {event} would disclose {thing} of {number} customers
	{thing} are exposed to {event} whenever {place} works with fewer than {number} people
`)

var weaknesses = lines(`
	{number} of the {thing} are still reached with a shared password
	nobody had compared {thing} with {thing} since the move from {place}
	the alarm for {thing} went to a mailbox that {place} no longer reads
	{thing} at {place} are older than their maker supports
	the {who} approves and carries out changes to {thing}, for want of a deputy
	access to {thing} ended {span} after people had left, not on their last day
	{place} kept {thing} longer than {span} because no one had been named to delete them
`)

var duties = lines(`
	the {who} keeps the list of {thing} complete and answers questions of {place}
	{who} decides about {thing} within {span}, and names a deputy for absences
	the {who} reports {event} to the duty engineer at once, by telephone rather than by mail
	{place} names somebody who looks at {thing} {interval}
	each team checks its {thing} {interval} and tells the {who} what it found
	the {who} compares {thing} with {thing} {interval} and keeps the {record}
`)

var rules = lines(`
	{thing} are approved by the {who} before anybody uses them
	nobody approves {thing} of their own
	{thing} are reviewed {interval}; what nobody can explain is withdrawn within {span}
	where {thing} cannot meet a requirement, the {who} grants an exception for {span} at most
	{place} keeps {thing} apart from {thing}, on systems that do not share accounts
	changes to {thing} are announced {span} ahead, tested, and recorded with a way back
	access to {thing} needs a second factor, on every device and from every place
	{thing} leave {place} only encrypted, and the key travels by another way
	{who} receives an alarm when {thing} change outside of a maintenance window
	a copy of {thing} is kept at another site and restored {interval} to see whether it can be read
	temporary rights to {thing} end by themselves after {span}
	{event} is treated as an incident even if {thing} turn out to be complete
	{place} counts {thing} {interval}, and the {who} explains every difference
	suppliers who touch {thing} sign the security annex before {place} gives them an account
	when {thing} are retired, the {who} keeps the {record} for {span}
	an automatic check stops {thing} that differ from the baseline by more than {number} settings
`)

var steps = lines(`
	open a ticket of the type “{review}” and name the {thing} that it is about
	{verb} {thing}, with a second person from {place}
	ask the {who} to {verb} {thing} within {span}
	attach the {record} and close the ticket
	wait for the answer of {place}; after {span} call the {who}
	compare {thing} with the list of {place}, and correct the list where it is wrong
	tell {place} when {thing} are available again
	if {event} is possible, stop and call the {who} first
	{verb} {thing} again after {span}, and {verb} what has come in between
`)

var reasons = lines(`
	the rule exists because of {event} at {place}, which cost us {span} and the trust of {number} customers
	contracts with carriers ask for it, and {place} is audited by them {interval}
	{thing} are what an attacker would look for first
	a shorter limit than {span} was tried at {place} and led to more mistakes, not fewer
	the law leaves us a choice here; we follow the stricter reading since {thing} concern people
	insurance for {event} depends on it
	with {thing} in one place, {place} can answer a customer within {span}
`)

var records = lines(`
	the {record} shows who decided, when, and on what grounds
	{place} files the {record} in {store}
	a sample of {number} is drawn {interval} and compared with the {record}
	the {record} and the {record} together cover {thing} of {place}
	limits for {thing} adjusted after {event}; the {who} agreed
	roles made clearer, {thing} of {place} added
	the {who} signs the {record} {interval}
`)

var headings = lines(`
	{thing} in daily work
	{review} of {thing}
	when {thing} change
	limits for {thing}
	{thing} at {place}
	before {thing} are used
	after {event}
	exceptions for {thing}
	working with {place}
	{thing} and {thing}
`)

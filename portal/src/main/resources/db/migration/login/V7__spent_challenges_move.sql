DROP TABLE login_spent_challenge;

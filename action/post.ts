console.log("flask-deploy: nothing to remove");
